package dev.arduinotrader.platform.config;

/**
 * What a device has to give.
 *
 * @param maxWorkers concurrent calls per service, unless the service has its own limit
 * @param maxMemoryMegabytes memory for the program and the system's share kept beside it
 */
public record DeviceResources(int maxWorkers, int maxMemoryMegabytes) {
  static final DeviceResources DEFAULT = new DeviceResources(10, 1792);
}
