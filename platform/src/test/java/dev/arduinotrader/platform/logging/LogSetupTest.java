package dev.arduinotrader.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogSetupTest {
  private final Path directory;

  LogSetupTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @AfterEach
  void backToTheConsole() {
    LogSetup.toConsole();
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("logs/planning.log"));
  }

  @Test
  void writesInfoWithItsFieldsToTheProcessesFile() throws IOException {
    LogSetup.toFile(directory.resolve("logs"), "planning", false);

    LoggerFactory.getLogger("dev.arduinotrader.Any")
        .atInfo()
        .addKeyValue("request_id", "req-1")
        .log("something happened");
    LoggerFactory.getLogger("dev.arduinotrader.Any").debug("a detail");

    assertThat(log())
        .containsPattern(
            "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z INFO  Any - something happened request_id=req-1")
        .doesNotContain("a detail");
  }

  @Test
  void writesOneJsonObjectPerLineWhenThatIsWanted() throws IOException {
    LogSetup.toFile(directory.resolve("logs"), "planning", LogSettings.Format.JSON);

    LoggerFactory.getLogger("dev.arduinotrader.Any")
        .atInfo()
        .addKeyValue("request_id", "req-1")
        .log("something \"happened\"");

    JsonNode line = Json.mapper().readTree(log());
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("loggerName").asText()).isEqualTo("dev.arduinotrader.Any");
    assertThat(line.path("formattedMessage").asText()).isEqualTo("something \"happened\"");
    assertThat(line.path("kvpList").toString()).isEqualTo("[{\"request_id\":\"req-1\"}]");
    assertThat(line.path("timestamp").asLong()).isPositive();
  }

  @Test
  void neverTakesMoreOfTheDiskThanItMay() throws IOException {
    long bytesMax = 5_000_000;
    long lineBytesMax = 1_200;
    String much = "x".repeat(1_000);
    LogSetup.apply(
        new LogSettings(
            directory.resolve("logs"),
            "planning",
            LogSettings.Console.WARNINGS,
            LogSettings.Format.TEXT,
            bytesMax));
    org.slf4j.Logger log = LoggerFactory.getLogger("dev.arduinotrader.Any");
    for (int i = 0; i < 10_000; i++) {
      log.info("line {} of very many that would fill the flash memory of a board {}", i, much);
    }

    try (Stream<Path> files = Files.list(directory.resolve("logs"))) {
      List<Path> parts = files.toList();
      assertThat(parts).hasSizeBetween(2, 10);
      assertThat(parts.stream().mapToLong(part -> part.toFile().length()).sum())
          .isLessThanOrEqualTo(bytesMax + parts.size() * lineBytesMax);
    }
    assertThat(log()).contains("line 9999 of");
  }

  @Test
  void isForwardedFromTheFileThatIsWrittenAndNotAgainFromOlderParts() throws IOException {
    String shipped = Files.readString(Path.of("..", "deploy", "rsyslog", "arduino-trader.conf"));
    Matcher glob = Pattern.compile("File=\"/var/log/arduino-trader/([^\"]+)\"").matcher(shipped);
    assertThat(glob.find()).isTrue();
    PathMatcher forwarded = FileSystems.getDefault().getPathMatcher("glob:" + glob.group(1));

    for (ServiceName name : ServiceName.values()) {
      assertThat(forwarded.matches(Path.of(name.key() + ".log"))).as(name.key()).isTrue();
      assertThat(forwarded.matches(Path.of(name.key() + ".1.log"))).as(name.key()).isFalse();
    }
    assertThat(forwarded.matches(Path.of("trader.log"))).isTrue();
  }

  @Test
  void takesInWhatTheJdkAndGrpcLog() throws IOException {
    LogSetup.toFile(directory.resolve("logs"), "planning", false);

    java.util.logging.Logger.getLogger("io.grpc.netty").warning("a connection broke");
    java.util.logging.Logger.getLogger("io.grpc.netty").info("a connection opened");

    assertThat(log()).contains("WARN  netty - a connection broke").doesNotContain("opened");
  }

  @Test
  void quietsLibrariesThatTellTooMuch() throws IOException {
    LogSetup.toFile(directory.resolve("logs"), "planning", false);

    LoggerFactory.getLogger("org.flywaydb.core.Flyway").info("Database: ...");

    assertThat(log()).doesNotContain("Database");
  }

  @Test
  void isQuietBeforeAnythingIsConfigured() {
    LoggerContext fresh = new LoggerContext();
    QuietStart start = new QuietStart();
    start.setContext(fresh);
    start.configure(fresh);

    Logger root = fresh.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    assertThat(root.getLevel()).isEqualTo(Level.WARN);
    assertThat(root.getAppender("console")).isNotNull();
  }
}
