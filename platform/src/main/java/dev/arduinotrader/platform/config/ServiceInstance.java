package dev.arduinotrader.platform.config;

/**
 * One place where a service runs.
 *
 * @param deviceId the device
 * @param port the gRPC port there, 1 to 65535
 */
public record ServiceInstance(String deviceId, int port) {
  @Override
  public String toString() {
    return deviceId + ":" + port;
  }
}
