package dev.arduinotrader.platform.placement;

/**
 * Where a service answers gRPC calls.
 *
 * @param host a host name or an IP address
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {
  /** The endpoint as {@code host:port}, with brackets around an IPv6 address. */
  public String authority() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public String toString() {
    return authority();
  }
}
