package dev.arduinotrader.gateway;

import dev.arduinotrader.trading.TradingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole system in one look.
 *
 * @param healthy all seven services are
 * @param deploymentMode local, distributed or load_balanced, as configured
 * @param simulated the market is generated, not real
 * @param account the account shown
 * @param mode null when trading cannot be asked
 * @param lastCycle null before the first
 * @param nextCycleAt null when nothing is scheduled
 */
public record SystemStatus(
    boolean healthy,
    String version,
    String deviceId,
    String deploymentMode,
    Instant now,
    String clockBase,
    boolean simulated,
    String account,
    @Nullable TradingMode mode,
    @Nullable LastCycle lastCycle,
    @Nullable Instant nextCycleAt,
    List<ServiceStatus> services) {
  public SystemStatus {
    services = List.copyOf(services);
  }

  /**
   * One service.
   *
   * @param name such as planning
   * @param displayName such as Planning
   * @param placement in-process, or the address it is called at
   * @param state HEALTHY, UNHEALTHY or UNKNOWN
   * @param version of the program that answered; empty when none did
   * @param since when the state last changed
   * @param reason what was seen
   */
  public record ServiceStatus(
      String name,
      String displayName,
      String placement,
      String deviceId,
      int port,
      String state,
      String version,
      Instant since,
      String reason) {}

  /** The last finished cycle in short. */
  public record LastCycle(String cycleId, Instant finishedAt, String outcome, String message) {}
}
