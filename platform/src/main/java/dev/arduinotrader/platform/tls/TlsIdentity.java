package dev.arduinotrader.platform.tls;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.TlsConfig;
import dev.arduinotrader.platform.time.TraderClock;
import io.grpc.ChannelCredentials;
import io.grpc.ServerCredentials;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This device's certificate and whom it trusts, for all its ports and calls. The files may change
 * while the process runs: later handshakes use the new ones, connections that stand stay.
 */
public final class TlsIdentity {
  private static final Logger LOG = LoggerFactory.getLogger(TlsIdentity.class);

  /** From when on a certificate that ends is warned about. */
  public static final Duration WARNING_TIME = Duration.ofDays(30);

  private record Held(Credentials credentials, X509ExtendedTrustManager trust) {
    static Held of(Credentials credentials) {
      return new Held(credentials, ChangingTrustManager.trusting(credentials.authorities()));
    }
  }

  private final TlsConfig files;
  private final TraderClock clock;
  private volatile Held held;
  private volatile List<String> faults = List.of();

  private TlsIdentity(TlsConfig files, TraderClock clock, Credentials credentials) {
    this.files = files;
    this.clock = clock;
    this.held = Held.of(credentials);
  }

  /**
   * Reads the files.
   *
   * @param clock the machine's own time; certificates know no other
   * @return {@link TlsReason} when they cannot be used
   */
  public static Result<TlsIdentity> open(TlsConfig files, TraderClock clock) {
    return CredentialFiles.read(files, clock.now())
        .map(credentials -> new TlsIdentity(files, clock, credentials));
  }

  /** Reads the files again and takes them when they fit together; else the old ones stay. */
  public void look() {
    switch (CredentialFiles.read(files, clock.now())) {
      case Result.Success<Credentials>(Credentials read) -> {
        faults = List.of();
        if (!read.equals(held.credentials())) {
          held = Held.of(read);
          LOG.info("took the new certificate, valid to {}", validTo());
        }
      }
      case Result.Failure<Credentials>(Problem problem) -> {
        String fault = "the certificate files cannot be used: " + problem.message();
        if (!faults.contains(fault)) {
          LOG.error(fault);
        }
        faults = List.of(fault);
      }
    }
  }

  /** When the certificate in use ends. */
  public Instant validTo() {
    return held.credentials().own().getNotAfter().toInstant();
  }

  /** What a person should look after, empty when nothing. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>(faults);
    Duration left = Duration.between(clock.now(), validTo());
    if (left.compareTo(WARNING_TIME) < 0) {
      warnings.add(
          left.isPositive()
              ? "the certificate of this device ends in %d days, at %s: trader certs rotate"
                  .formatted(left.toDays(), validTo())
              : "the certificate of this device has ended at %s: trader certs rotate"
                  .formatted(validTo()));
    }
    return warnings;
  }

  /** For ports: TLS only, and callers must show a certificate of a trusted authority. */
  public ServerCredentials forServer() {
    return TlsServerCredentials.newBuilder()
        .keyManager(keys())
        .trustManager(trust())
        .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
        .build();
  }

  /** For calls: the other side must show a certificate that names its address. */
  public ChannelCredentials forChannel() {
    return TlsChannelCredentials.newBuilder().keyManager(keys()).trustManager(trust()).build();
  }

  /** For the page. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys()}, new TrustManager[] {trust()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  /** The certificate in use. */
  X509Certificate certificate() {
    return held.credentials().own();
  }

  private KeyManager keys() {
    return new ChangingKeyManager(() -> held.credentials());
  }

  private TrustManager trust() {
    return new ChangingTrustManager(() -> held.trust());
  }
}
