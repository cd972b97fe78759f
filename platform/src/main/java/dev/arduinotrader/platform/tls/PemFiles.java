package dev.arduinotrader.platform.tls;

import dev.arduinotrader.kernel.result.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys in PEM files. */
final class PemFiles {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PemFiles() {}

  /** The certificates in a file, at least one. */
  static Result<List<X509Certificate>> certificates(Path file) {
    try {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      return found.isEmpty() ? unusable(file, "no certificate") : Result.success(found);
    } catch (IOException | GeneralSecurityException e) {
      return unusable(file, e.getClass().getSimpleName());
    }
  }

  /** The private key in a file that only its owner can read; messages never hold it. */
  static Result<PrivateKey> key(Path file, String algorithm) {
    try {
      if (!EnumSet.copyOf(OWNER_ONLY).containsAll(Files.getPosixFilePermissions(file))) {
        return TlsReason.KEY_EXPOSED.failure(
            "expected %s to be readable by its owner only, found others who can\nMaybe: chmod 600 %s"
                .formatted(file, file));
      }
      Matcher pem = KEY.matcher(Files.readString(file));
      return pem.find()
          ? Result.success(
              KeyFactory.getInstance(algorithm)
                  .generatePrivate(
                      new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)))))
          : unusable(file, "no private key (PKCS #8, PEM)");
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      return unusable(file, e.getClass().getSimpleName());
    }
  }

  private static <R> Result<R> unusable(Path file, String found) {
    return TlsReason.CERTIFICATE_UNUSABLE.failure(
        "expected PEM in %s, found %s\nMaybe make it with: trader certs issue"
            .formatted(file, found));
  }

  static String text(X509Certificate certificate) throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + LINES.encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  static String text(PrivateKey key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + LINES.encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }
}
