package dev.arduinotrader.gateway;

import java.util.List;

/** What the process that hosts the gateway can see of the fleet. */
public interface FleetView {
  /** All seven services, freshly asked or as of the last probe. */
  List<SystemStatus.ServiceStatus> services();

  /** Calls of all seven services. */
  SystemMetrics metrics();

  /** The version of this program. */
  String version();

  String deviceId();

  /** local, distributed or load_balanced. */
  String deploymentMode();

  /** Whether the market is generated. */
  boolean simulated();
}
