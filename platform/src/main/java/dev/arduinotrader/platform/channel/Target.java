package dev.arduinotrader.platform.channel;

/**
 * Where a service is reached.
 *
 * @param service the service's key, such as {@code planning}
 * @param host a name or an address
 * @param port 1 to 65535
 * @param settings how it is treated
 */
public record Target(String service, String host, int port, ChannelSettings settings) {
  /** The one connection's name: {@code host:port}. */
  public String address() {
    return host + ":" + port;
  }
}
