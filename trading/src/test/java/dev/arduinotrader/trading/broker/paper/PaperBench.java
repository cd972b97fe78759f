package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerBench;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The paper broker and its market, at 100 EUR a share. */
final class PaperBench implements BrokerBench {
  private static final Isin SIEMENS = Isin.of("DE0007236101");
  private static final Instant START = Instant.parse("2026-03-04T15:00:00Z");

  private final FakeUniverse universe = new FakeUniverse();
  private final MovedClock clock = new MovedClock(START);
  private final PaperBroker broker;

  PaperBench(Path directory) {
    universe.with(FakeUniverse.stock(SIEMENS.value(), "SIE", "EUR"));
    broker = PaperBroker.open(directory, universe, clock, new CountedIds());
    moneyComesIn("start", Money.of("10000.00", Currency.EUR));
  }

  @Override
  public Broker broker() {
    return broker;
  }

  @Override
  public CallContext now() {
    clock.advance(Duration.ofMillis(1));
    return Contexts.at(clock.now());
  }

  @Override
  public SecurityTerms purchase(long quantity) {
    Price limit = Price.of("101", QuoteUnit.of("EUR"));
    return new SecurityTerms(SIEMENS, "SIE", Side.BUY, Quantity.of(quantity), limit);
  }

  @Override
  public ExchangeTerms exchange() {
    return new ExchangeTerms(Money.of("100.00", Currency.USD), Money.of("90.00", Currency.EUR));
  }

  @Override
  public void marketMoves() {
    clock.advance(Duration.ofMinutes(1));
    universe
        .quote(SIEMENS, "100", clock.now())
        .rate(Currency.EUR, Currency.USD, "1.25", clock.now());
  }

  @Override
  public void executes(ClientOrderId order, long quantity) {
    universe.volume(SIEMENS, quantity * 10.0);
    clock.advance(Duration.ofDays(1));
    universe.quote(SIEMENS, "100", clock.now());
  }

  @Override
  public void sessionEnds() {
    clock.advance(Duration.ofHours(25));
  }

  @Override
  public void goesDown() {
    universe.unreachable();
  }

  @Override
  public void comesBack() {
    universe.failWith(null);
  }

  @Override
  public void wantsFewerRequests() {
    throw new UnsupportedOperationException("the paper broker takes any number of requests");
  }

  @Override
  public void moneyComesIn(String movementId, Money amount) {
    broker.move(now(), movementId, amount).orElseThrow();
  }

  @Override
  public CallContext stranger() {
    return now().withAccount(AccountId.of("paper-2"));
  }

  @Override
  public void close() {
    broker.close();
  }
}
