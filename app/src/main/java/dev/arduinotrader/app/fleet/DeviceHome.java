package dev.arduinotrader.app.fleet;

import org.jspecify.annotations.Nullable;

/**
 * Where a device keeps the program, as its owner wrote it into the list of devices.
 *
 * @param id its id, as in services.yaml
 * @param ssh USER@HOST by which it is reached, null for this machine
 * @param folder where its commands run; the other paths may be relative to it
 * @param launcher the program
 * @param deviceConfig its device.yaml
 * @param servicesConfig its services.yaml
 * @param data its data directory
 */
public record DeviceHome(
    String id,
    @Nullable String ssh,
    String folder,
    String launcher,
    String deviceConfig,
    String servicesConfig,
    String data) {}
