package dev.arduinotrader.app.fleet;

/**
 * The texts of a device's two configuration files.
 *
 * @param device of device.yaml
 * @param services of services.yaml
 */
record Configuration(String device, String services) {}
