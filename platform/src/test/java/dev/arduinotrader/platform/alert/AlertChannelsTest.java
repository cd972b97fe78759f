package dev.arduinotrader.platform.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.AlertsConfig;
import dev.arduinotrader.platform.config.AlertsConfig.MailSecurity;
import dev.arduinotrader.platform.config.SecretReference;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.time.TraderClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every channel against a real server on this machine. */
class AlertChannelsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final AlertMessage MESSAGE =
      new AlertMessage(
          "board-1/SERVICE_DOWN/scoring/1/FIRING",
          AlertMessage.State.FIRING,
          "board-1",
          "SERVICE_DOWN",
          "scoring",
          NOW,
          NOW,
          "3 health checks failed in a row: no answer für lange");

  private final WebServer web = new WebServer();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  AlertChannelsTest() throws IOException {}

  @AfterEach
  void stop() {
    web.close();
    mail.stop();
  }

  private static TraderClock clock() {
    return new TraderClock() {
      @Override
      public Instant now() {
        return NOW;
      }

      @Override
      public String base() {
        return "fixed";
      }
    };
  }

  private static SecretReference variable(String name) {
    return new SecretReference.Variable(name);
  }

  private static Result<AlertChannels> open(AlertsConfig config, Map<String, String> environment) {
    return AlertChannels.open(config, environment, clock());
  }

  private static Result<Done> send(AlertsConfig config, Map<String, String> environment) {
    try (AlertChannels channels = open(config, environment).orElseThrow()) {
      return channels.all().getLast().send(MESSAGE);
    }
  }

  private AlertsConfig email(
      @Nullable String user, @Nullable SecretReference password, MailSecurity security) {
    return new AlertsConfig(
        new AlertsConfig.Email(
            "127.0.0.1",
            mail.getSmtp().getPort(),
            security,
            user,
            password,
            "trader@example.org",
            "me@example.org"),
        null,
        null,
        null);
  }

  private static AlertsConfig ntfy() {
    return new AlertsConfig(
        null, new AlertsConfig.Ntfy(variable("URL"), variable("TOKEN")), null, null);
  }

  private static AlertsConfig webhook() {
    return new AlertsConfig(
        null, null, new AlertsConfig.Webhook(variable("URL"), variable("SECRET")), null);
  }

  @Test
  void writesToTheLogWhateverIsConfigured() {
    try (AlertChannels channels =
        open(new AlertsConfig(null, null, null, null), Map.of()).orElseThrow()) {
      assertThat(channels.all()).extracting(AlertChannel::name).containsExactly("log");
      assertThat(channels.all().getFirst().send(MESSAGE).isSuccess()).isTrue();
      assertThat(channels.signInterval()).isEmpty();
    }
  }

  @Test
  void publishesToATopicWithTitlePriorityAndToken() {
    Result<Done> sent = send(ntfy(), Map.of("URL", web.address("/my-topic"), "TOKEN", "tk_secret"));

    assertThat(sent.isSuccess()).isTrue();
    WebServer.Request request = web.requests.getFirst();
    assertThat(request.method() + " " + request.path()).isEqualTo("POST /my-topic");
    assertThat(request.header("Title")).isEqualTo("Arduino Trader board-1: FIRING scoring");
    assertThat(request.header("Priority")).isEqualTo("4");
    assertThat(request.header("Authorization")).isEqualTo("Bearer tk_secret");
    assertThat(request.body()).contains("3 health checks failed in a row: no answer für lange");
  }

  @Test
  void signsWhatItPostsToAHook() {
    Result<Done> sent = send(webhook(), Map.of("URL", web.address("/hook"), "SECRET", "s3cret"));

    assertThat(sent.isSuccess()).isTrue();
    WebServer.Request request = web.requests.getFirst();
    assertThat(Json.read(request.body(), AlertMessage.class)).isEqualTo(MESSAGE);
    assertThat(request.header("Idempotency-Key")).isEqualTo(MESSAGE.id());
    assertThat(request.header("X-Trader-Timestamp")).isEqualTo("1795428000");
    assertThat(request.header("X-Trader-Signature"))
        .isEqualTo("sha256=" + WebhookChannel.signature("s3cret", "1795428000." + request.body()));
  }

  @Test
  void signsAsThePublishedExampleDoes() {
    // RFC 4231, test case 2.
    assertThat(WebhookChannel.signature("Jefe", "what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void sendsMailWithSubjectAndText() throws Exception {
    mail.start();

    Result<Done> sent = send(email(null, null, MailSecurity.NONE), Map.of());

    assertThat(sent.isSuccess()).isTrue();
    assertThat(mail.getReceivedMessages()).hasSize(1);
    var received = mail.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("Arduino Trader board-1: FIRING scoring");
    assertThat(GreenMailUtil.getAddressList(received.getAllRecipients()))
        .isEqualTo("me@example.org");
    assertThat(received.getContent().toString())
        .contains("no answer für lange")
        .contains("SERVICE_DOWN");
  }

  @Test
  void logsInWithAPasswordByReferenceAndNeverSaysIt() {
    mail.start();
    mail.setUser("me@example.org", "trader", "right-word");
    AlertsConfig config = email("trader", variable("MAIL"), MailSecurity.NONE);

    assertThat(send(config, Map.of("MAIL", "right-word")).isSuccess()).isTrue();
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThat(send(config, Map.of("MAIL", "wrong-word")).problemOrThrow().toString())
        .contains("ALERT_NOT_SENT")
        .doesNotContain("wrong-word");
  }

  @Test
  void sendsNoMailInPlainTextWhereEncryptionIsWanted() {
    mail.start();

    assertThat(send(email(null, null, MailSecurity.STARTTLS), Map.of()).isSuccess()).isFalse();
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void saysThatAServerRefusedOrIsGoneWithoutRepeatingItsAddress() {
    web.status = 503;
    String topic = web.address("/my-topic");
    Map<String, String> environment = Map.of("URL", topic, "TOKEN", "t");

    assertThat(send(ntfy(), environment).problemOrThrow().toString())
        .contains("ALERT_NOT_SENT", "503")
        .doesNotContain("my-topic");
    web.close();
    assertThat(send(ntfy(), environment).problemOrThrow().toString())
        .contains("ALERT_NOT_SENT", "ConnectException")
        .doesNotContain("my-topic");
  }

  @Test
  void givesASignOfLife() {
    AlertsConfig config =
        new AlertsConfig(
            null, null, null, new AlertsConfig.DeadMan(variable("PING"), Duration.ofMinutes(5)));
    try (AlertChannels channels =
        open(config, Map.of("PING", web.address("/ping/1"))).orElseThrow()) {
      assertThat(channels.signInterval()).contains(Duration.ofMinutes(5));
      assertThat(channels.sign().isSuccess()).isTrue();
    }
    assertThat(web.requests.getFirst().method()).isEqualTo("GET");
    assertThat(web.requests.getFirst().path()).isEqualTo("/ping/1");
  }

  @Test
  void refusesAMissingSecretAndAnAddressOutsideTheHomeInPlainText() {
    assertThat(open(webhook(), Map.of("URL", "https://example.org/h")).problemOrThrow().message())
        .contains("env:SECRET");
    String far = "http://hooks.example.org/hidden";
    assertThat(open(webhook(), Map.of("URL", far, "SECRET", "x")).problemOrThrow().toString())
        .contains("webhook: expected an https address")
        .doesNotContain("hidden");
  }
}
