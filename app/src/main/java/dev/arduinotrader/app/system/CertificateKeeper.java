package dev.arduinotrader.app.system;

import dev.arduinotrader.platform.tls.TlsIdentity;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the certificate's files every few seconds, so that new ones need no restart. */
final class CertificateKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateKeeper.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final TlsIdentity identity;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private CertificateKeeper(TlsIdentity identity) {
    this.identity = identity;
  }

  static CertificateKeeper start(TlsIdentity identity) {
    CertificateKeeper keeper = new CertificateKeeper(identity);
    Thread.ofVirtual().name("certificate-keeper").start(keeper::run);
    return keeper;
  }

  private void run() {
    try {
      while (!stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // The loop's edge: a fault of the program here must not end the watch for the next certificate.
  private void look() {
    try {
      identity.look();
    } catch (RuntimeException e) {
      LOG.error("a look at the certificate failed with a fault of the program", e);
    }
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
