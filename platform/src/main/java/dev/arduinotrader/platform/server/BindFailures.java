package dev.arduinotrader.platform.server;

import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.net.BindException;
import java.util.Locale;

/** Says why a port cannot be had, and what to do about it. */
final class BindFailures {
  private BindFailures() {}

  static <T> Result<T> explain(HostedService service, String address, IOException failure) {
    String place = address + ":" + service.port();
    String cause = rootMessage(failure);
    if (cause.toLowerCase(Locale.ROOT).contains("address already in use")) {
      return HostReason.PORT_TAKEN.failure(
          service.service()
              + " cannot listen on "
              + place
              + ": another program has the port, an earlier trader or an outgoing connection that"
              + " the system gave this number\nMaybe find it with: ss -tanp 'sport = :"
              + service.port()
              + "'; reserve the ports with: sysctl -w"
              + " net.ipv4.ip_local_reserved_ports=50051-50057");
    }
    return HostReason.ADDRESS_UNUSABLE.failure(
        service.service()
            + " cannot listen on "
            + place
            + ": "
            + cause
            + "\nMaybe bind_address in the device's configuration is not an address of this device;"
            + " list them with: ip addr");
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof BindException)) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
