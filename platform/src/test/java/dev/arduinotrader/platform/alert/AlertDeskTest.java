package dev.arduinotrader.platform.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.alert.model.CallSample;
import dev.arduinotrader.platform.alert.model.CircuitSeen;
import dev.arduinotrader.platform.alert.model.FiringAlert;
import dev.arduinotrader.platform.alert.model.HealthSeen;
import dev.arduinotrader.platform.alert.model.ServiceObservation;
import dev.arduinotrader.platform.config.AlertsConfig;
import dev.arduinotrader.platform.config.SecretReference;
import dev.arduinotrader.platform.time.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertDeskTest {
  private final Path data;
  private final WebServer web = new WebServer();
  private final AlertChannels channels;
  private AlertDesk desk;
  private Instant now = Instant.parse("2026-11-23T10:00:00Z");

  AlertDeskTest(@TempDir Path data) throws IOException {
    this.data = data;
    AlertsConfig config =
        new AlertsConfig(
            null,
            new AlertsConfig.Ntfy(new SecretReference.Variable("TOPIC"), null),
            null,
            new AlertsConfig.DeadMan(new SecretReference.Variable("PING"), Duration.ofMinutes(1)));
    Map<String, String> environment =
        Map.of("TOPIC", web.address("/topic"), "PING", web.address("/ping"));
    channels = AlertChannels.open(config, environment, SystemClock.system()).orElseThrow();
    restart();
  }

  @AfterEach
  void stop() {
    channels.close();
    web.close();
  }

  private void restart() {
    desk = new AlertDesk("board-1", channels, new AlertFile(data));
  }

  private void look(CircuitSeen circuit, Duration later) {
    now = now.plus(later);
    desk.look(
        List.of(
            new ServiceObservation(
                "scoring", HealthSeen.NEVER, new CallSample(now, 0, 0, 0), circuit)),
        List.of(),
        now);
  }

  private List<String> published() {
    return web.requests.stream()
        .filter(request -> request.path().equals("/topic"))
        .map(request -> request.header("Title"))
        .toList();
  }

  private AlertBook book() {
    return new AlertFile(data).read().orElseThrow();
  }

  @Test
  void tellsOnceThatItBeganAndOnceThatItEndedAcrossARestart() {
    look(CircuitSeen.OPEN, Duration.ofSeconds(5));
    look(CircuitSeen.OPEN, Duration.ofSeconds(5));
    restart();
    look(CircuitSeen.OPEN, Duration.ofSeconds(5));
    assertThat(published()).containsExactly("Arduino Trader board-1: FIRING scoring");
    assertThat(book().firing()).extracting(FiringAlert::service).containsExactly("scoring");

    look(CircuitSeen.CLOSED, Duration.ofSeconds(5));
    look(CircuitSeen.CLOSED, Duration.ofSeconds(5));
    assertThat(published())
        .containsExactly(
            "Arduino Trader board-1: FIRING scoring", "Arduino Trader board-1: RESOLVED scoring");
    assertThat(book().firing()).isEmpty();
    assertThat(book().waiting()).isEmpty();
    assertThat(book().past()).hasSize(2);
  }

  @Test
  void triesAChannelThatFailedAgainInOrderEvenAfterARestart() {
    web.status = 500;
    look(CircuitSeen.OPEN, Duration.ofSeconds(5));
    look(CircuitSeen.CLOSED, Duration.ofSeconds(5));
    assertThat(published()).as("the channel pauses").hasSize(1);
    assertThat(book().waiting()).hasSize(2);

    web.status = 200;
    web.requests.clear();
    restart();
    look(CircuitSeen.CLOSED, Duration.ofSeconds(5));
    assertThat(published())
        .containsExactly(
            "Arduino Trader board-1: FIRING scoring", "Arduino Trader board-1: RESOLVED scoring");
    assertThat(book().waiting()).isEmpty();
  }

  @Test
  void waitsLongerAfterEachFailureAndGivesUpAfterADay() {
    web.status = 500;
    look(CircuitSeen.OPEN, Duration.ZERO);
    look(CircuitSeen.OPEN, Duration.ofSeconds(14));
    assertThat(published()).hasSize(1);
    look(CircuitSeen.OPEN, Duration.ofSeconds(1));
    assertThat(published()).hasSize(2);
    look(CircuitSeen.OPEN, Duration.ofSeconds(29));
    assertThat(published()).hasSize(2);
    look(CircuitSeen.OPEN, Duration.ofSeconds(1));
    assertThat(published()).hasSize(3);

    look(CircuitSeen.OPEN, Duration.ofDays(1));
    assertThat(book().waiting()).isEmpty();
    assertThat(book().firing()).as("it is still wrong").hasSize(1);
  }

  @Test
  void givesASignOfLifeInItsIntervalWhateverTheAnswer() {
    web.status = 500;
    for (int i = 0; i < 13; i++) {
      look(CircuitSeen.CLOSED, Duration.ofSeconds(10));
    }
    assertThat(web.requests).filteredOn(request -> request.path().equals("/ping")).hasSize(3);
  }

  @Test
  void writesNothingWhileAllIsWell() {
    look(CircuitSeen.CLOSED, Duration.ofSeconds(5));
    assertThat(data.resolve("alerts.json")).doesNotExist();
    assertThat(book()).isEqualTo(AlertBook.EMPTY);
  }

  @Test
  void beginsAnewWhenTheFileIsDamaged() throws IOException {
    Files.writeString(data.resolve("alerts.json"), "{");
    assertThat(new AlertFile(data).read().problemOrThrow().message()).contains("alerts.json");
    restart();
    look(CircuitSeen.OPEN, Duration.ofSeconds(5));
    assertThat(book().firing()).hasSize(1);
  }
}
