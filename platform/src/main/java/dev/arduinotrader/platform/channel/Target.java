package dev.arduinotrader.platform.channel;

import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.placement.Endpoint;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a service is reached.
 *
 * @param service the service's key, such as {@code planning}
 * @param endpoints at least one; calls go round over those that are healthy
 * @param settings how it is treated
 */
public record Target(String service, List<Endpoint> endpoints, ChannelSettings settings) {
  public Target {
    endpoints = List.copyOf(endpoints);
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("expected an endpoint of " + service + ", found none");
    }
  }

  /** A service in one place: a name or an address, and a port of 1 to 65535. */
  public Target(String service, String host, int port, ChannelSettings settings) {
    this(service, List.of(new Endpoint(host, port)), settings);
  }

  /** The one connection's name: {@code host:port}, several with commas between. */
  public String address() {
    return endpoints.stream().map(Endpoint::authority).collect(Collectors.joining(","));
  }

  /** The service's name in its contract, under which it tells its health. */
  String grpcService() {
    String method = CallMethod.ofJava(service, "healthCheck").fullName();
    return method.substring(0, method.indexOf('/'));
  }
}
