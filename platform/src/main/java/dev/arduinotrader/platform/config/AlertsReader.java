package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code device.alerts}. */
final class AlertsReader {
  private static final int STARTTLS_PORT = 587;
  private static final Predicate<String> MAIL_ADDRESS =
      Pattern.compile("[^\\s@<>,]+@[^\\s@<>,]+").asMatchPredicate();
  private static final Duration SIGN_DEFAULT = Duration.ofMinutes(5);
  private static final Duration SIGN_MIN = Duration.ofSeconds(10);
  private static final Duration SIGN_MAX = Duration.ofDays(1);

  private AlertsReader() {}

  /** The channels; only to be used when no fault was reported. */
  static AlertsConfig read(MappingReader alerts) {
    AlertsConfig read =
        new AlertsConfig(
            alerts.has("email") ? email(alerts.mapping("email")) : null,
            alerts.has("ntfy") ? ntfy(alerts.mapping("ntfy")) : null,
            alerts.has("webhook") ? webhook(alerts.mapping("webhook")) : null,
            alerts.has("dead_man") ? deadMan(alerts.mapping("dead_man")) : null);
    alerts.refuseUnknownKeys();
    return read;
  }

  private static AlertsConfig.Email email(MappingReader email) {
    AlertsConfig.Email read =
        new AlertsConfig.Email(
            required(email, "host", Addresses::canCall, "a host name or an IP address"),
            email.whole("port", STARTTLS_PORT, 1, Limits.PORT_MAX),
            email.choice("security", AlertsConfig.MailSecurity.STARTTLS),
            email.text("user"),
            email.has("password") ? reference(email, "password") : null,
            required(email, "from", MAIL_ADDRESS, "an address such as trader@example.org"),
            required(email, "to", MAIL_ADDRESS, "an address such as me@example.org"));
    if (email.has("user") != email.has("password")) {
      email.fault("user", "expected user and password together, found only one of them");
    }
    email.refuseUnknownKeys();
    return read;
  }

  private static AlertsConfig.Ntfy ntfy(MappingReader ntfy) {
    AlertsConfig.Ntfy read =
        new AlertsConfig.Ntfy(
            reference(ntfy, "url"), ntfy.has("token") ? reference(ntfy, "token") : null);
    ntfy.refuseUnknownKeys();
    return read;
  }

  private static AlertsConfig.Webhook webhook(MappingReader webhook) {
    AlertsConfig.Webhook read =
        new AlertsConfig.Webhook(reference(webhook, "url"), reference(webhook, "secret"));
    webhook.refuseUnknownKeys();
    return read;
  }

  private static AlertsConfig.DeadMan deadMan(MappingReader deadMan) {
    AlertsConfig.DeadMan read =
        new AlertsConfig.DeadMan(
            reference(deadMan, "url"),
            deadMan.seconds("interval_seconds", SIGN_DEFAULT, SIGN_MIN, SIGN_MAX));
    deadMan.refuseUnknownKeys();
    return read;
  }

  private static String required(
      MappingReader reader, String key, Predicate<String> valid, String rule) {
    if (!reader.has(key)) {
      reader.fault(key, "missing; expected " + rule);
    }
    return reader.text(key, valid, rule).orElse("");
  }

  private static SecretReference reference(MappingReader reader, String key) {
    @Nullable String text = reader.text(key);
    if (text == null) {
      if (!reader.has(key)) {
        reader.fault(key, "missing; expected where it is found, as env:NAME or file:PATH");
      }
      return new SecretReference.SecretFile(Path.of(""));
    }
    return switch (SecretReference.parse(text)) {
      case Result.Success<SecretReference>(SecretReference reference) -> reference;
      case Result.Failure<SecretReference>(Problem problem) -> {
        reader.fault(key, problem.message().replace("\n", "; "));
        yield new SecretReference.SecretFile(Path.of(""));
      }
    };
  }
}
