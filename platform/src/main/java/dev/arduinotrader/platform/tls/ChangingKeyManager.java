package dev.arduinotrader.platform.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the certificate of the moment at every handshake. An alias names one certificate, so that a
 * handshake that began before a rotation ends with the key that fits what it has shown.
 */
final class ChangingKeyManager extends X509ExtendedKeyManager {
  /** So many rotations may happen during one handshake. */
  private static final int REMEMBERED_MAX = 4;

  private final Supplier<Credentials> credentials;
  private final Deque<Credentials> remembered = new ArrayDeque<>();

  ChangingKeyManager(Supplier<Credentials> credentials) {
    this.credentials = credentials;
  }

  @Override
  public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {current()};
  }

  @Override
  public String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return current();
  }

  @Override
  public String chooseEngineClientAlias(
      String[] keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return current();
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {current()};
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return aliasFor(keyType);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return aliasFor(keyType);
  }

  /** A server must not offer a key of a kind that it does not have. */
  private @Nullable String aliasFor(String keyType) {
    return keyType.startsWith(credentials.get().own().getPublicKey().getAlgorithm())
        ? current()
        : null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return named(alias).chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return named(alias).key();
  }

  private synchronized String current() {
    Credentials now = credentials.get();
    if (!now.equals(remembered.peekFirst())) {
      remembered.addFirst(now);
      if (remembered.size() > REMEMBERED_MAX) {
        remembered.removeLast();
      }
    }
    return aliasOf(now);
  }

  private synchronized Credentials named(String alias) {
    return remembered.stream()
        .filter(known -> aliasOf(known).equals(alias))
        .findFirst()
        .orElseGet(credentials);
  }

  private static String aliasOf(Credentials known) {
    return known.own().getSerialNumber().toString(16);
  }
}
