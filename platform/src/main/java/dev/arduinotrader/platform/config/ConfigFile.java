package dev.arduinotrader.platform.config;

import java.nio.file.Path;

/** A configuration file that was read and found valid by itself. */
public sealed interface ConfigFile {
  Path path();

  Sources sources();

  /** A file that says who one device is. */
  record DeviceFile(Path path, DeviceConfig device, Sources sources) implements ConfigFile {}

  /** A file that says where all services live. */
  record ServicesFile(Path path, ServicesConfig services, Sources sources) implements ConfigFile {}
}
