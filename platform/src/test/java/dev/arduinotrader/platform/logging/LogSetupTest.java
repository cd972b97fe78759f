package dev.arduinotrader.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
