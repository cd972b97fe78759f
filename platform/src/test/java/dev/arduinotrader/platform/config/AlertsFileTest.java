package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsFileTest {
  private final Path folder;

  AlertsFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void tellsNobodyUnlessTheFileSaysSo() {
    assertThat(read("device: {id: board-1}").alerts()).isNull();
    assertThat(read("device: {id: board-1, alerts: {}}").alerts())
        .isEqualTo(new AlertsConfig(null, null, null, null));
  }

  @Test
  void readsEveryChannel() {
    DeviceConfig device =
        read(
            """
            device:
              id: board-1
              alerts:
                email:
                  host: mail.example.org
                  port: 465
                  security: tls
                  user: trader
                  password: env:MAIL_PASSWORD
                  from: trader@example.org
                  to: me@example.org
                ntfy: {url: "env:NTFY_URL", token: "file:/etc/trader/ntfy"}
                webhook: {url: "env:HOOK_URL", secret: "env:HOOK_SECRET"}
                dead_man: {url: "env:PING_URL", interval_seconds: 60}
            """);

    assertThat(device.alerts())
        .isEqualTo(
            new AlertsConfig(
                new AlertsConfig.Email(
                    "mail.example.org",
                    465,
                    AlertsConfig.MailSecurity.TLS,
                    "trader",
                    variable("MAIL_PASSWORD"),
                    "trader@example.org",
                    "me@example.org"),
                new AlertsConfig.Ntfy(
                    variable("NTFY_URL"),
                    new SecretReference.SecretFile(Path.of("/etc/trader/ntfy"))),
                new AlertsConfig.Webhook(variable("HOOK_URL"), variable("HOOK_SECRET")),
                new AlertsConfig.DeadMan(variable("PING_URL"), Duration.ofMinutes(1))));
  }

  @Test
  void refusesTheWholeFileNamingEveryFaultAndNoSecret() {
    List<String> faults =
        Texts.faults(
            folder,
            "device.yaml",
            """
            device:
              id: board-1
              alerts:
                email: {host: mail, user: trader, from: nobody, security: ssl}
                ntfy: {token: tk_hidden}
                webhook: {url: "https://hooks.example.org/hidden"}
                dead_man: {url: "env:PING", interval_seconds: 1}
                sms: {}
            """);

    assertThat(faults).hasSize(10).noneMatch(fault -> fault.contains("hidden"));
    assertThat(String.join("\n", faults))
        .contains("email.to: missing")
        .contains("email.from: expected an address")
        .contains("email.security: expected one of tls, starttls, none")
        .contains("email.user: expected user and password together")
        .contains("ntfy.url: missing")
        .contains("ntfy.token: expected where a secret is found")
        .contains("webhook.secret: missing")
        .contains("webhook.url: expected where a secret is found")
        .contains("dead_man.interval_seconds: expected seconds from 10 to 86400")
        .contains("alerts.sms: unknown key");
  }

  private static SecretReference variable(String name) {
    return new SecretReference.Variable(name);
  }

  private DeviceConfig read(String text) {
    Path file = Texts.write(folder, "device.yaml", text);
    return ((ConfigFile.DeviceFile) ConfigLoader.read(file, Map.of()).orElseThrow()).device();
  }
}
