package dev.arduinotrader.portfolio.store;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BrokerMovement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T35: a file of an earlier version, with data, becomes one of this version. */
class MigrationTest {
  private static final AccountId ACCOUNT = AccountId.of("paper-1");

  @Test
  void booksOfTheFirstVersionGoOn(@TempDir Path directory) throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("portfolio.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/platform", "classpath:db/portfolio")
        .target("1")
        .load()
        .migrate();
    BrokerMovement first = Movements.stored(deposit(1, "2000", "USD"));
    BrokerMovement second = Movements.stored(buy(2, APPLE, "10", "100", "USD", "1.50"));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("insert into account values ('paper-1', 'EUR', 'paper', 'PAPER', 1, 2, 1)");
      insert(statement, 1, "DEPOSIT", first);
      insert(statement, 2, "EXECUTION", second);
      // As the first version wrote them: the commission in a posting of its own.
      statement.execute(
          """
          insert into posting values
            ('paper-1', 1, 1, 'assets:cash', '2000.00', 'USD', null, null),
            ('paper-1', 1, 2, 'equity:owner', '-2000.00', 'USD', null, null),
            ('paper-1', 2, 1, 'assets:cash', '-1000.00', 'USD', null, null),
            ('paper-1', 2, 2, 'assets:cash', '-1.50', 'USD', null, null),
            ('paper-1', 2, 3, 'assets:securities', '1001.50', 'USD', 'US0378331005', '10')
          """);
    }
    try (Database database = Database.open(directory, SqlPortfolioStore.SCHEMA, Durability.FULL)) {
      SqlPortfolioStore store = new SqlPortfolioStore(database, new EventLog(database));
      assertThat(store.verify(ACCOUNT).faults()).isEmpty();
      store
          .book(ACCOUNT, new Booking(1, List.of(deposit(3, "1", "USD"))), Instant.EPOCH)
          .orElseThrow();
      assertThat(store.verify(ACCOUNT).faults()).isEmpty();
    }
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("select count(*) from posting").getLong(1)).isEqualTo(7);
    }
  }

  private static void insert(Statement statement, int number, String kind, BrokerMovement movement)
      throws Exception {
    statement.execute(
        "insert into ledger_transaction values ('paper-1', %d, '%s', '%s', %d, 1, 'old', '%s', '%s')"
            .formatted(
                number,
                movement.sourceId(),
                kind,
                movement.at().toEpochMilli() * 1_000,
                Movements.json(movement),
                Movements.hash(movement)));
    statement.execute(
        "insert into booked_movement values ('paper-1', %d, '%s')"
            .formatted(number, movement.sourceId()));
  }
}
