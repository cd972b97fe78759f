package dev.arduinotrader.portfolio.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BooksVerification;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.MovementsOf;
import dev.arduinotrader.portfolio.model.DefaultPolicy;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that books is killed; what it had acknowledged is there, and nothing by half. */
class HardKillTest {
  private static final AccountId ACCOUNT = AccountId.of("paper-1");
  private static final Instant NOW = Instant.parse("2023-05-26T22:00:00Z");
  private static final int POSTINGS = 1_000;

  /** The process to be killed: books one movement after another and says so after each. */
  static final class Booker {
    private Booker() {}

    public static void main(String[] arguments) {
      Database database =
          Database.open(Path.of(arguments[0]), SqlPortfolioStore.SCHEMA, Durability.FULL);
      SqlPortfolioStore store = opened(database);
      for (long number = 1; number <= POSTINGS; number++) {
        long sequence =
            store
                .book(ACCOUNT, new Booking(1, List.of(movement(number))), NOW)
                .orElseThrow()
                .bookedSequence();
        System.out.println(sequence);
        System.out.flush();
      }
    }
  }

  private static BrokerMovement movement(long number) {
    return number % 2 == 1
        ? MovementsOf.deposit(number, "1000", "USD")
        : MovementsOf.buy(number, MovementsOf.APPLE, "3", "170", "USD", "1.00");
  }

  private static SqlPortfolioStore opened(Database database) {
    SqlPortfolioStore store = new SqlPortfolioStore(database, new EventLog(database));
    store
        .createAccount(
            new CreateAccount(
                CommandId.of("open"), ACCOUNT, Currency.EUR, "paper", Environment.PAPER),
            DefaultPolicy.of(Currency.EUR, Environment.PAPER),
            "test",
            NOW)
        .orElseThrow();
    return store;
  }

  @Test
  void noAcknowledgedEntryIsLostAndNoneIsHalfWritten(@TempDir Path directory) throws Exception {
    long acknowledged = 0;
    for (long killAfter : new long[] {40, 230, 610}) {
      acknowledged = Math.max(acknowledged, bookUntil(directory, killAfter));
      try (Database database =
          Database.open(directory, SqlPortfolioStore.SCHEMA, Durability.FULL)) {
        SqlPortfolioStore store = opened(database);
        BooksVerification verification = store.verify(ACCOUNT);
        assertThat(verification.faults()).isEmpty();
        assertThat(verification.transactions()).isGreaterThanOrEqualTo(acknowledged);
        assertThat(store.state(ACCOUNT).orElseThrow().bookedSequence())
            .isEqualTo(verification.transactions());
      }
    }
    assertThat(acknowledged).isGreaterThanOrEqualTo(610);
  }

  /** The last number that the killed process had acknowledged. */
  private static long bookUntil(Path directory, long killAfter) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Booker.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long last = 0;
    try (BufferedReader answers = process.inputReader()) {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        last = line.matches("[0-9]+") ? Long.parseLong(line) : last;
        if (last >= killAfter) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return last;
  }
}
