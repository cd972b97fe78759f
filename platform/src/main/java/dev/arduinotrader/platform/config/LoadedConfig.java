package dev.arduinotrader.platform.config;

/**
 * A valid configuration of one device.
 *
 * @param device who this device is
 * @param services where every service lives
 * @param sources where both came from
 */
public record LoadedConfig(DeviceConfig device, ServicesConfig services, Sources sources) {
  /** The same with the device's stores elsewhere, as the environment asks for. */
  LoadedConfig withDatabase(DatabaseConfig database) {
    return new LoadedConfig(device.withDatabase(database), services, sources);
  }
}
