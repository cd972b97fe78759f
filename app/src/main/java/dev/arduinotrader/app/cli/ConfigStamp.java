package dev.arduinotrader.app.cli;

import dev.arduinotrader.platform.time.SystemClock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The names of backups of the configuration, which sort by time. */
final class ConfigStamp {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ConfigStamp() {}

  static String now() {
    return FORMAT.format(SystemClock.system().now());
  }
}
