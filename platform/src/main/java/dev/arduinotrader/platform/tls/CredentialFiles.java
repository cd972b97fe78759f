package dev.arduinotrader.platform.tls;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.TlsConfig;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a device's files and refuses what does not fit together. */
final class CredentialFiles {
  private static final Map<String, String> SIGNATURES =
      Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA");
  private static final int CHALLENGE_BYTES = 32;

  private CredentialFiles() {}

  /** CERTIFICATE_UNUSABLE or KEY_EXPOSED when they cannot be used now. */
  static Result<Credentials> read(TlsConfig files, Instant now) {
    return PemFiles.certificates(files.ca())
        .then(
            authorities ->
                PemFiles.certificates(files.certificate())
                    .then(
                        chain ->
                            PemFiles.key(
                                    files.key(), chain.getFirst().getPublicKey().getAlgorithm())
                                .then(
                                    key ->
                                        checked(
                                            files,
                                            new Credentials(authorities, chain, key),
                                            now))));
  }

  private static Result<Credentials> checked(TlsConfig files, Credentials read, Instant now) {
    if (!fit(read.own().getPublicKey(), read.key())) {
      return unusable(files, "a key of another certificate in " + files.key());
    }
    if (CallRole.of(read.own()).isEmpty()) {
      return unusable(files, "no role in it");
    }
    try {
      validate(read, now);
      return Result.success(read);
    } catch (GeneralSecurityException e) {
      return unusable(
          files,
          "one that %s does not vouch for now (%s), valid %s to %s"
              .formatted(
                  files.ca(),
                  e.getMessage(),
                  read.own().getNotBefore().toInstant(),
                  read.own().getNotAfter().toInstant()));
    }
  }

  private static void validate(Credentials read, Instant now) throws GeneralSecurityException {
    CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(read.chain());
    PKIXParameters parameters =
        new PKIXParameters(
            read.authorities().stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toSet()));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(now));
    CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }

  private static boolean fit(PublicKey open, PrivateKey secret) {
    String algorithm = SIGNATURES.get(open.getAlgorithm());
    if (algorithm == null) {
      return false;
    }
    byte[] challenge = new SecureRandom().generateSeed(CHALLENGE_BYTES);
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(secret);
      signing.update(challenge);
      byte[] signature = signing.sign();
      signing.initVerify(open);
      signing.update(challenge);
      return signing.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static <R> Result<R> unusable(TlsConfig files, String found) {
    return TlsReason.CERTIFICATE_UNUSABLE.failure(
        "expected this device's certificate in %s, found %s\nMaybe make it anew with: trader certs rotate"
            .formatted(files.certificate(), found));
  }
}
