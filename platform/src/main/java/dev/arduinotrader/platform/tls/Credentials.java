package dev.arduinotrader.platform.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What was read from a device's files and fits together.
 *
 * @param authorities whom this device trusts, at least one
 * @param chain the device's own certificate, then those between it and the authority
 */
record Credentials(List<X509Certificate> authorities, List<X509Certificate> chain, PrivateKey key) {
  Credentials {
    authorities = List.copyOf(authorities);
    chain = List.copyOf(chain);
  }

  X509Certificate own() {
    return chain.getFirst();
  }

  @Override
  public String toString() {
    return "credentials of " + own().getSubjectX500Principal().getName();
  }
}
