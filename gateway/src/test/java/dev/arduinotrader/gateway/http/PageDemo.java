package dev.arduinotrader.gateway.http;

import dev.arduinotrader.gateway.FakeGateway;
import dev.arduinotrader.gateway.HaltSwitch;
import dev.arduinotrader.gateway.HttpSettings;
import dev.arduinotrader.gateway.Job;
import dev.arduinotrader.gateway.SampleFund;
import dev.arduinotrader.gateway.SamplePlans;
import dev.arduinotrader.gateway.SampleSystem;
import dev.arduinotrader.gateway.SystemStatus;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.TradingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Shows the page with sample data, to look at it: PageDemo PORT TOKEN_FILE STATE. */
final class PageDemo {
  private static final Instant NOW = Instant.parse("2026-11-20T14:12:00Z");

  private PageDemo() {}

  public static void main(String... arguments) throws InterruptedException {
    FakeGateway gateway = new FakeGateway(NOW);
    TradingStandIn trading = new TradingStandIn(SampleTrading.trades(NOW));
    prepare(arguments[2], gateway, trading);
    HttpSettings settings =
        new HttpSettings(
            "127.0.0.1",
            Integer.parseInt(arguments[0]),
            Path.of(arguments[1]),
            List.of(),
            AccountId.of("paper-1"),
            "demo");
    try (HttpHost host =
        HttpHost.start(
                settings,
                gateway,
                trading,
                HaltSwitch.of(trading),
                new MovedClock(NOW),
                new CountedIds())
            .orElseThrow()) {
      System.out.println(host.url());
      Thread.currentThread().join();
    }
  }

  private static void prepare(String state, FakeGateway gateway, TradingStandIn trading) {
    switch (state) {
      case "full" ->
          gateway.addJob(
              new Job("job-9", "planner-batch", Job.State.RUNNING, 62, "searching", NOW, null));
      case "halted" -> gateway.setStatus(SampleSystem.halted(NOW));
      case "down" -> {
        TradingMode mode = new TradingMode(Mode.RESEARCH, false, "", null, 1);
        gateway.setStatus(SampleSystem.status(NOW, mode, List.of("scoring", "planning")));
        gateway.setPortfolio(SampleFund.unpriced(NOW));
        gateway.setPlans(List.of(SamplePlans.nothingToDo(NOW)));
      }
      case "empty" -> {
        SystemStatus sample = SampleSystem.status(NOW);
        gateway.setStatus(
            new SystemStatus(
                true,
                sample.version(),
                sample.deviceId(),
                "local",
                NOW,
                "system",
                true,
                sample.account(),
                sample.mode(),
                null,
                null,
                sample.services()));
        gateway.setPortfolio(SampleFund.empty(NOW));
        gateway.setPlans(List.of());
        trading.setTrades(List.of());
      }
      default -> throw new IllegalArgumentException("expected full, halted, down or empty");
    }
  }
}
