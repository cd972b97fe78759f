package dev.arduinotrader.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Seven healthy services that never change. */
final class StillFleet implements FleetView {
  private static final List<String> NAMES =
      List.of("planning", "scoring", "optimization", "portfolio", "trading", "universe", "gateway");

  @Override
  public List<SystemStatus.ServiceStatus> services() {
    return NAMES.stream()
        .map(
            name ->
                new SystemStatus.ServiceStatus(
                    name, name, "in-process", "primary", 50051, "HEALTHY", "1", Instant.EPOCH, ""))
        .toList();
  }

  @Override
  public SystemMetrics metrics() {
    Map<String, SystemMetrics.ServiceFigures> figures = new TreeMap<>();
    NAMES.forEach(
        name -> figures.put(name, SystemMetrics.ServiceFigures.of(SystemMetrics.Calls.NONE)));
    return new SystemMetrics(figures);
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String deviceId() {
    return "primary";
  }

  @Override
  public String deploymentMode() {
    return "local";
  }

  @Override
  public boolean simulated() {
    return false;
  }
}
