package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.testkit.PostgresDatabaseFixture;
import dev.arduinotrader.testkit.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one PostgreSQL: one works, the other stands by. The worker is frozen while it
 * trades, its lease runs out, the other takes over; then the first one wakes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StandbyTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final PostgresDatabaseFixture server = PostgresServer.freshDatabase();
  private final ServerBooks books = new ServerBooks(server.url());
  private final Path folder;
  private final Trader first;
  private final Trader second;
  private final Running leader;

  StandbyTest(@TempDir Path folder) {
    this.folder = folder;
    first = trader("first");
    second = trader("second");
    leader = first.start("leader", "run", "--no-schedule");
    Await.until("a leader", LIMIT, () -> leader.said().contains("Ctrl-C"), leader::said);
  }

  private Trader trader(String name) {
    Path own = folder.resolve(name);
    FleetFiles files = FleetFiles.local(own);
    return new Trader(own)
        .with("SERVICES_CONFIG_PATH", files.services().toString())
        .with("TRADER_DATABASE_URL", server.url());
  }

  @AfterAll
  void close() {
    leader.close();
  }

  @Test
  void takesOverFromAFrozenLeaderSendsNothingTwiceAndTheWokenOneIsFenced() {
    first.run("portfolio", "deposit", "30000", "EUR").succeeded();
    try (Running standby = second.start("standby", "run", "--no-schedule", "--standby")) {
      Await.until(
          "a process that stands by", LIMIT, () -> logged("second", "standing by"), () -> "");
      assertThat(logged("second", "works on universe")).isTrue();
      freezeWhileTrading();

      Await.until("a new leader", LIMIT, () -> standby.said().contains("Ctrl-C"), standby::said);

      assertThat(books.epochs()).containsExactly("2");
      second.run("cycle").succeeded();
      second.run("reconcile");
      Await.until("books that agree", LIMIT, books::agree, books::toString);
      List<String> ordersOfTheBroker = books.brokerOrders();
      assertThat(ordersOfTheBroker).doesNotHaveDuplicates().isNotEmpty();
      assertThat(books.ordersPerLeg()).containsOnly("1");

      leader.goOn();

      Await.until(
          "a word of the woken", LIMIT, () -> logged("first", "could not be renewed"), () -> "");
      assertThat(first.run("cycle").exitCode()).isNotZero();
      assertThat(books.brokerOrders()).isEqualTo(ordersOfTheBroker);
      assertThat(books.epochs()).containsExactly("2");
    }
  }

  /** As soon as the first wish of a cycle is stored: its order is about to be sent, or was. */
  private void freezeWhileTrading() {
    try (Running cycle = first.start("cycle", "cycle")) {
      Await.until("a wish to trade", LIMIT, books::haveAnIntent, cycle::said);
      leader.freeze();
    }
  }

  private boolean logged(String name, String words) {
    Path logs = folder.resolve(name).resolve("logs");
    try (Stream<Path> files = Files.exists(logs) ? Files.list(logs) : Stream.empty()) {
      return files.map(StandbyTest::text).anyMatch(text -> text.contains(words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
