package dev.arduinotrader.platform.config;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads network addresses as text; never asks a name server. */
public final class Addresses {
  private static final Pattern DOTTED_QUAD = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9.]+");
  private static final Pattern HOST_NAME =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?");

  private Addresses() {}

  /** Whether only processes of the same machine reach the address. */
  public static boolean isLoopback(String address) {
    return address.equals("localhost")
        || literal(address).map(InetAddress::isLoopbackAddress).orElse(false);
  }

  /** Whether the address stands for all addresses of the machine. */
  public static boolean isWildcard(String address) {
    return literal(address).map(InetAddress::isAnyLocalAddress).orElse(false);
  }

  /** Whether a server can listen on the address: an IP address, or localhost. */
  static boolean canBind(String address) {
    return address.equals("localhost") || literal(address).isPresent();
  }

  /** Whether a client can call the address: a host name, or an IP address of one machine. */
  static boolean canCall(String address) {
    Optional<InetAddress> literal = literal(address);
    if (literal.isPresent()) {
      return !literal.get().isAnyLocalAddress();
    }
    return !ONLY_DIGITS.matcher(address).matches() && HOST_NAME.matcher(address).matches();
  }

  private static Optional<InetAddress> literal(String address) {
    if (!address.contains(":") && !DOTTED_QUAD.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
