package dev.arduinotrader.platform.alert.model;

/**
 * What the health checks of one service have said.
 *
 * @param answered whether there was any check yet
 * @param failuresInRow failed checks since the last good one
 * @param reason what the last check said, for people
 */
public record HealthSeen(boolean answered, int failuresInRow, String reason) {
  /** Nobody has asked yet. */
  public static final HealthSeen NEVER = new HealthSeen(false, 0, "not asked yet");
}
