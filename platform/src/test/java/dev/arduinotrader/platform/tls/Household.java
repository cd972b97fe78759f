package dev.arduinotrader.platform.tls;

import dev.arduinotrader.platform.config.TlsConfig;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.time.SystemClock;
import java.nio.file.Path;
import java.util.List;

/** A folder of certificates for tests, made with the real tool. */
public final class Household {
  private final Path folder;
  private final CertificateFolder certificates;

  public Household(Path folder) {
    this.folder = folder;
    this.certificates = new CertificateFolder(folder, new RandomIds());
    certificates.init().orElseThrow();
  }

  CertificateFolder certificates() {
    return certificates;
  }

  /** A device with a certificate for loopback. */
  public TlsConfig issue(String device, CallRole role) {
    certificates.issue(new CertificateWish(device, role, List.of(), 90), false).orElseThrow();
    return files(device);
  }

  TlsConfig files(String device) {
    return new TlsConfig(
        folder.resolve("ca.pem"), folder.resolve(device + ".pem"), folder.resolve(device + ".key"));
  }

  /** The same, opened. */
  public TlsIdentity identity(String device) {
    return TlsIdentity.open(files(device), SystemClock.system()).orElseThrow();
  }
}
