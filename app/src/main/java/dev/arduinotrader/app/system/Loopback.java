package dev.arduinotrader.app.system;

import dev.arduinotrader.platform.config.Addresses;
import dev.arduinotrader.platform.placement.Placement;

/** Where this device reaches its own ports. */
public final class Loopback {
  private static final String ADDRESS = "127.0.0.1";

  private Loopback() {}

  /** 127.0.0.1, unless the ports listen on one other address only. */
  public static String host(Placement placement) {
    String bindAddress = placement.device().network().bindAddress();
    return Addresses.isWildcard(bindAddress) ? ADDRESS : bindAddress;
  }
}
