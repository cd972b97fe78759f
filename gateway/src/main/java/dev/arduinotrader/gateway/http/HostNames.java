package dev.arduinotrader.gateway.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of the Host header that are meant for us. A page of a stranger can make its own name
 * point to our address; the browser then sends that name, and so gives it away.
 */
final class HostNames {
  private static final int DEFAULT_PORT = 80;

  private final Set<String> allowed = new TreeSet<>();

  HostNames(String bindAddress, int port, List<String> more) {
    List.of("localhost", "127.0.0.1", "[::1]").forEach(name -> add(name, port));
    add(bindAddress.contains(":") ? "[" + bindAddress + "]" : bindAddress, port);
    more.forEach(name -> add(name, port));
  }

  /**
   * Whether the header names us: one of the names, or the very address that the client reached. An
   * address cannot be made to point elsewhere, so it is safe also when we listen on all of them.
   */
  boolean allow(String host, InetSocketAddress reached) {
    String address = reached.getAddress().getHostAddress() + ":" + reached.getPort();
    return host.equals(address) || allowed.contains(host.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return String.join(", ", allowed);
  }

  private void add(String name, int port) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches(".*[^:\\]]:\\d+|\\[.*]:\\d+")) {
      allowed.add(lower);
      return;
    }
    allowed.add(lower + ":" + port);
    if (port == DEFAULT_PORT) {
      allowed.add(lower);
    }
  }
}
