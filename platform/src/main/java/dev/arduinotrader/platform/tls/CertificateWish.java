package dev.arduinotrader.platform.tls;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a certificate is to say.
 *
 * @param device whose it is
 * @param role what the device may do at others
 * @param addresses IP addresses and host names under which others call it, besides its id and
 *     loopback
 * @param days how long it is valid, 1 to {@link #DAYS_MAX}
 */
public record CertificateWish(String device, CallRole role, List<String> addresses, int days) {
  /** Just over a year; longer ones are forgotten. */
  public static final int DAYS_MAX = 397;

  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
  private static final Pattern IP =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]+");
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1", "localhost");

  public CertificateWish {
    addresses = List.copyOf(addresses);
  }

  /** The wish, or every fault in it. */
  Result<CertificateWish> checked() {
    List<Fault> faults = new ArrayList<>();
    if (!DEVICE.matcher(device).matches() || device.equals("ca")) {
      faults.add(
          new Fault(
              "device", "expected letters, digits, - and _, but not ca, found '" + device + "'"));
    }
    for (String address : addresses) {
      if (!IP.matcher(address).matches() && !HOST.matcher(address).matches()) {
        faults.add(
            new Fault("address", "expected an IP address or a host name, found '" + address + "'"));
      }
    }
    if (days < 1 || days > DAYS_MAX) {
      faults.add(new Fault("days", "expected 1 to " + DAYS_MAX + ", found " + days));
    }
    return faults.isEmpty() ? Result.success(this) : Result.failure(Problem.invalid(faults));
  }

  /** All names of the device and its role, as keytool takes them. */
  String alternativeNames() {
    List<String> names = new ArrayList<>();
    List<String> all = new ArrayList<>(LOOPBACK);
    all.addAll(addresses);
    for (String address : all.stream().distinct().toList()) {
      names.add((IP.matcher(address).matches() ? "ip:" : "dns:") + address);
    }
    if (HOST.matcher(device).matches() && !all.contains(device)) {
      names.add("dns:" + device);
    }
    names.add("uri:" + role.uri());
    return String.join(",", names);
  }
}
