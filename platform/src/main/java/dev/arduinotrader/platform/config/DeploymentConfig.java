package dev.arduinotrader.platform.config;

/**
 * What holds for the whole fleet.
 *
 * @param mode the shape that the author had in mind
 * @param epoch counts the moves of state services, from 1; the older of two epochs stops writing
 */
public record DeploymentConfig(DeploymentMode mode, int epoch) {
  /** The epoch of a fleet in which no state service has moved. */
  public static final int FIRST_EPOCH = 1;

  public DeploymentConfig {
    if (epoch < FIRST_EPOCH) {
      throw new IllegalArgumentException("expected an epoch of at least 1, found " + epoch);
    }
  }
}
