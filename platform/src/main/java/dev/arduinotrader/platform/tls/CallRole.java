package dev.arduinotrader.platform.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do; each role may also do what those before it may. */
public enum CallRole {
  /** Looks, and changes nothing. */
  VIEWER,
  /** A device that hosts services: also what services ask of one another. */
  SERVICE,
  /** The owner, and the device of the gateway, which acts for the owner: everything. */
  OWNER;

  /** How a certificate names its role, among its alternative names. */
  private static final String URI_PREFIX = "arduino-trader:role:";

  private static final int URI_NAME = 6;

  /** As commands and certificates write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name that stands in a certificate. */
  String uri() {
    return URI_PREFIX + key();
  }

  /** Whether a caller with this role may do what needs that one. */
  public boolean includes(CallRole needed) {
    return compareTo(needed) >= 0;
  }

  /** The role that a certificate names; empty when it names none, or one that is not known. */
  public static Optional<CallRole> of(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names == null) {
        return Optional.empty();
      }
      return names.stream()
          .filter(name -> Integer.valueOf(URI_NAME).equals(name.get(0)))
          .map(name -> String.valueOf(name.get(1)))
          .flatMap(uri -> List.of(values()).stream().filter(role -> role.uri().equals(uri)))
          .findFirst();
    } catch (CertificateParsingException unreadable) {
      return Optional.empty();
    }
  }
}
