package dev.arduinotrader.platform.tls;

import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What a certificate says; never its key.
 *
 * @param role viewer, service or owner; authority for the one that issues; none when it names none
 * @param names all under which it may be called
 */
public record CertificateView(
    Path file, String subject, String role, List<String> names, Instant validTo, String serial) {
  private static final int URI_NAME = 6;

  public CertificateView {
    names = List.copyOf(names);
  }

  static CertificateView of(Path file, X509Certificate certificate) {
    boolean issues = certificate.getBasicConstraints() >= 0;
    return new CertificateView(
        file,
        certificate.getSubjectX500Principal().getName(),
        issues ? "authority" : CallRole.of(certificate).map(CallRole::key).orElse("none"),
        names(certificate),
        certificate.getNotAfter().toInstant(),
        certificate.getSerialNumber().toString(16));
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> !Integer.valueOf(URI_NAME).equals(name.get(0)))
              .map(name -> String.valueOf(name.get(1)))
              .toList();
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }
}
