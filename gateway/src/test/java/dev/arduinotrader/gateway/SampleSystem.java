package dev.arduinotrader.gateway;

import dev.arduinotrader.gateway.SystemMetrics.BreakerFigures;
import dev.arduinotrader.gateway.SystemMetrics.CallFigures;
import dev.arduinotrader.gateway.SystemMetrics.Calls;
import dev.arduinotrader.gateway.SystemMetrics.MethodFigures;
import dev.arduinotrader.gateway.SystemMetrics.ServiceFigures;
import dev.arduinotrader.gateway.SystemMetrics.WindowFigures;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.TradingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A sample of seven services on two devices. */
public final class SampleSystem {
  private static final List<String> NAMES =
      List.of("planning", "scoring", "optimization", "portfolio", "trading", "universe", "gateway");
  private static final List<String> COMPUTE = List.of("planning", "scoring", "optimization");
  private static final int FIRST_PORT = 50_051;

  private SampleSystem() {}

  /** All healthy, on paper, in the simulated market. */
  public static SystemStatus status(Instant now) {
    return status(now, new TradingMode(Mode.PAPER, false, "", null, 1), List.of());
  }

  /** The same, halted. */
  public static SystemStatus halted(Instant now) {
    TradingMode mode =
        new TradingMode(
            Mode.PAPER, true, "the price of KIRI looks wrong", now.minusSeconds(600), 1);
    return status(now, mode, List.of());
  }

  /** The same, with some services that do not answer. */
  public static SystemStatus status(Instant now, TradingMode mode, List<String> down) {
    return new SystemStatus(
        down.isEmpty(),
        "0.1.0",
        "primary",
        "distributed",
        now,
        "system",
        true,
        "paper-1",
        mode,
        new SystemStatus.LastCycle(
            "cycle-41",
            now.minus(Duration.ofMinutes(23)),
            "NOTHING_TO_DO",
            "Started 3 trades; then nothing was left to do: every security is within 1 % of its"
                + " target weight."),
        now.plus(Duration.ofMinutes(37)),
        NAMES.stream().map(name -> service(name, now, down.contains(name))).toList());
  }

  private static SystemStatus.ServiceStatus service(String name, Instant now, boolean down) {
    boolean remote = COMPUTE.contains(name);
    int port = FIRST_PORT + NAMES.indexOf(name);
    return new SystemStatus.ServiceStatus(
        name,
        Character.toUpperCase(name.charAt(0)) + name.substring(1),
        remote ? "192.168.1.11:" + port : "in-process",
        remote ? "compute" : "primary",
        port,
        down ? "UNHEALTHY" : "HEALTHY",
        down ? "" : "0.1.0",
        now.minus(down ? Duration.ofMinutes(4) : Duration.ofHours(52)),
        down ? "connection refused by 192.168.1.11:" + port : "all checks passed");
  }

  /** Figures of all seven; the gateway has had no call yet. */
  public static SystemMetrics metrics() {
    Map<String, ServiceFigures> figures = new TreeMap<>();
    for (String name : NAMES) {
      int factor = NAMES.indexOf(name) + 1;
      figures.put(
          name,
          figures(
              new CallFigures(1_250L * factor, factor, 0.99920001, 8.2034 / factor, 0.311, 45.72)));
    }
    figures.put("planning", planning());
    figures.put("gateway", figures(CallFigures.NONE));
    return new SystemMetrics(figures);
  }

  private static ServiceFigures figures(CallFigures lifetime) {
    return ServiceFigures.of(new Calls(lifetime, WindowFigures.NONE));
  }

  /** On another device, which has not answered for a minute and a half. */
  private static ServiceFigures planning() {
    Calls called =
        new Calls(
            new CallFigures(150, 2, 148.0 / 150, 45.3, 12.1, 312.5),
            new WindowFigures(8, 1, 0.875, 50.05, 41.2, 88.8, 90.5));
    return new ServiceFigures(
        called,
        List.of(new MethodFigures("CreatePlan", called, Calls.NONE)),
        List.of(new BreakerFigures("primary", "open", 0, 1, 12)),
        true,
        90.0);
  }
}
