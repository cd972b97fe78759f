package dev.arduinotrader.platform.alert;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.AlertsConfig;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Mail through the household's server. The server's name is checked against its certificate. */
final class EmailChannel implements AlertChannel {
  private static final String TIMEOUT_MILLIS = Long.toString(Duration.ofSeconds(10).toMillis());

  private final AlertsConfig.Email settings;
  private final Session session;

  EmailChannel(AlertsConfig.Email settings, @Nullable String password) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings), login(settings.user(), password));
  }

  private static Properties properties(AlertsConfig.Email settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case NONE -> {}
    }
    return properties;
  }

  private static @Nullable Authenticator login(@Nullable String user, @Nullable String password) {
    return user == null || password == null
        ? null
        : new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user, password);
          }
        };
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public Result<Done> send(AlertMessage message) {
    try {
      MimeMessage mail = new MimeMessage(session);
      mail.setFrom(new InternetAddress(settings.from(), true));
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress(settings.to(), true));
      mail.setSubject(message.title(), StandardCharsets.UTF_8.name());
      mail.setText(message.body(), StandardCharsets.UTF_8.name());
      mail.setSentDate(Date.from(message.at()));
      Transport.send(mail);
      return Result.success(Done.DONE);
    } catch (MessagingException e) {
      return AlertReason.ALERT_NOT_SENT.failure(
          "email: %s:%d did not take the mail: %s"
              .formatted(settings.host(), settings.port(), e.getClass().getSimpleName()));
    }
  }
}
