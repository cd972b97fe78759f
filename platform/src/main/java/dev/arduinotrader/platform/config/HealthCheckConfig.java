package dev.arduinotrader.platform.config;

import java.time.Duration;

/**
 * How the health of one service is watched.
 *
 * @param enabled whether it is
 * @param interval between two checks
 * @param timeout how long the answer may take
 */
public record HealthCheckConfig(boolean enabled, Duration interval, Duration timeout) {

  /** What holds for a service whose configuration says nothing. */
  public static HealthCheckConfig defaultsFor(ServiceName service) {
    int intervalSeconds =
        switch (service) {
          case PORTFOLIO, GATEWAY -> 15;
          case PLANNING, SCORING, TRADING -> 30;
          case OPTIMIZATION, UNIVERSE -> 60;
        };
    return new HealthCheckConfig(true, Duration.ofSeconds(intervalSeconds), Duration.ofSeconds(5));
  }
}
