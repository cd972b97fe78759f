package dev.arduinotrader.gateway;

import dev.arduinotrader.gateway.SystemMetrics.ServiceFigures;
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
          new ServiceFigures(1_250L * factor, factor, 0.99920001, 8.2034 / factor, 0.311, 45.72));
    }
    figures.put("planning", new ServiceFigures(150, 2, 148.0 / 150, 45.3, 12.1, 312.5));
    figures.put("gateway", new ServiceFigures(0, 0, 1, null, null, null));
    return new SystemMetrics(figures);
  }
}
