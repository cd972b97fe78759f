package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A portfolio on an empty folder and a small universe, with the account paper-1. */
abstract class PortfolioFixture {
  static final Instant DECISION = Instant.parse("2023-05-26T22:00:00Z");
  static final MovedClock CLOCK = new MovedClock(DECISION);
  static final CallContext NOW = Contexts.at(DECISION);

  private Databases databases;

  final FakeUniverse universe =
      new FakeUniverse()
          .with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"))
          .with(FakeUniverse.stock(BP.value(), "BP.L", "GBX"))
          .quote(APPLE, "175.43", DECISION.minusSeconds(7_200))
          .quote(BP, "483.55", DECISION.minusSeconds(14_400))
          .rate(Currency.EUR, Currency.USD, "1.0751", DECISION.minusSeconds(30_000))
          .rate(Currency.EUR, Currency.GBP, "0.8688", DECISION.minusSeconds(30_000));

  private PortfolioModule module;
  PortfolioService service;

  /** The way of calling under test. */
  abstract PortfolioService reach(PortfolioService local);

  /** Of the account: a broker, or file when facts are typed and imported. */
  String broker() {
    return "paper";
  }

  /** Where the store is kept: in files unless a suite says otherwise. */
  Databases databases(Path directory) {
    return Databases.in(directory);
  }

  @BeforeEach
  void open(@TempDir Path temporary) {
    databases = databases(temporary);
    module = PortfolioModule.open(databases, universe, CLOCK);
    service = reach(module.local());
    service.createAccount(NOW, opening("open-1", "paper-1", "EUR")).orElseThrow();
  }

  @AfterEach
  void close() {
    module.close();
  }

  /** As after a restart of the process. */
  final void reopen() {
    module.close();
    module = PortfolioModule.open(databases, universe, CLOCK);
    service = reach(module.local());
  }

  final BookingReceipt book(BrokerMovement... movements) {
    return service.bookExecutions(NOW, new Booking(1, List.of(movements))).orElseThrow();
  }

  final CreateAccount opening(String command, String account, String currency) {
    return new CreateAccount(
        CommandId.of(command),
        AccountId.of(account),
        Currency.of(currency),
        broker(),
        Environment.PAPER);
  }
}
