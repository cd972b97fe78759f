package dev.arduinotrader.gateway.http;

import java.util.Map;

/** Bounds for slow and many clients; the JDK's server takes them from system properties only. */
final class ServerLimits {
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "sun.net.httpserver.maxReqTime", "15",
          "sun.net.httpserver.maxRspTime", "60",
          "sun.net.httpserver.idleInterval", "30",
          "sun.net.httpserver.maxReqHeaders", "100",
          "sun.net.httpserver.maxReqHeaderSize", "32768",
          "jdk.httpserver.maxConnections", "200",
          // Without it an answer on a kept connection waits for the client's delayed ACK: 40 ms.
          "sun.net.httpserver.nodelay", "true");

  private ServerLimits() {}

  /** Sets what nobody has set; works before the first server of the process only. */
  static void apply() {
    PROPERTIES.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }
}
