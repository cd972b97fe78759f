package dev.arduinotrader.platform.server;

import java.time.Duration;

/**
 * What holds for all ports of a process.
 *
 * @param bindAddress an address of this device
 * @param messageBytesMax the largest request that is taken
 * @param reflection whether anyone may list services and methods
 * @param farewell how long callers have to notice that this process stops, before it does
 */
public record HostSettings(
    String bindAddress, int messageBytesMax, boolean reflection, Duration farewell) {
  private static final int MESSAGE_BYTES_MAX_DEFAULT = 16 * 1024 * 1024;

  /** Requests of up to 16 MB, reflection, one second of farewell. */
  public static HostSettings on(String bindAddress) {
    return new HostSettings(bindAddress, MESSAGE_BYTES_MAX_DEFAULT, true, Duration.ofSeconds(1));
  }
}
