package dev.arduinotrader.platform.config;

import org.jspecify.annotations.Nullable;

/**
 * What one service may use of its device.
 *
 * @param maxWorkers concurrent calls, or null for the device's own limit
 * @param maxMemoryMegabytes memory, as planned for the device
 */
public record ServiceResources(@Nullable Integer maxWorkers, int maxMemoryMegabytes) {

  /**
   * What holds for a service whose configuration says nothing; all seven fit the default device.
   */
  public static ServiceResources defaultsFor(ServiceName service) {
    int megabytes =
        switch (service) {
          case PLANNING -> 512;
          case SCORING -> 256;
          case OPTIMIZATION -> 160;
          case PORTFOLIO, TRADING, UNIVERSE, GATEWAY -> 152;
        };
    return new ServiceResources(null, megabytes);
  }
}
