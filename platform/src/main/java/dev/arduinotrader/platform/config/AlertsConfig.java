package dev.arduinotrader.platform.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whom a device tells what went wrong. Every address and secret stands elsewhere, since whoever
 * knows the address of a topic, a hook or a ping can use it.
 *
 * @param email null when no mail is sent
 * @param ntfy null when nothing is published
 * @param webhook null when no hook is called
 * @param deadMan null when no sign of life is given
 */
public record AlertsConfig(
    @Nullable Email email,
    @Nullable Ntfy ntfy,
    @Nullable Webhook webhook,
    @Nullable DeadMan deadMan) {

  /** How a mail server is spoken to. */
  public enum MailSecurity {
    /** Encrypted from the first byte. */
    TLS,
    /** Plain text first, then encrypted or not at all. */
    STARTTLS,
    /** Plain text; for a server on the same device. */
    NONE
  }

  /**
   * Mail through a server.
   *
   * @param host the server
   * @param port 1 to 65,535
   * @param user null when the server asks for none
   * @param password where it is found, null exactly when there is no user
   * @param from the sender's address
   * @param to the reader's address
   */
  public record Email(
      String host,
      int port,
      MailSecurity security,
      @Nullable String user,
      @Nullable SecretReference password,
      String from,
      String to) {}

  /**
   * A topic of an ntfy server.
   *
   * @param url where the topic's address is found
   * @param token where an access token is found, null when none is needed
   */
  public record Ntfy(SecretReference url, @Nullable SecretReference token) {}

  /**
   * An address that is posted to.
   *
   * @param url where the address is found
   * @param secret where the key of the signatures is found
   */
  public record Webhook(SecretReference url, SecretReference secret) {}

  /**
   * An address that is asked as a sign of life.
   *
   * @param url where the address is found
   * @param interval between two signs
   */
  public record DeadMan(SecretReference url, Duration interval) {}
}
