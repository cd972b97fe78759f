package dev.arduinotrader.platform.config;

import org.jspecify.annotations.Nullable;

/**
 * How a device shows itself to the network.
 *
 * @param bindAddress the IP address (or localhost) that all servers of the device listen on
 * @param advertiseAddress the address under which other devices should know this one, or null
 * @param insecurePlaintext whether listening outside loopback without TLS is accepted
 */
public record NetworkConfig(
    String bindAddress, @Nullable String advertiseAddress, boolean insecurePlaintext) {
  static final NetworkConfig DEFAULT = new NetworkConfig("127.0.0.1", null, false);
}
