package dev.arduinotrader.trading.broker.alpaca;

import dev.arduinotrader.brokers.alpaca.AlpacaClient;
import dev.arduinotrader.brokers.alpaca.AlpacaSettings;
import dev.arduinotrader.brokers.alpaca.AlpacaTrading;
import dev.arduinotrader.brokers.alpaca.FakeAlpaca;
import dev.arduinotrader.brokers.wire.HttpWire;
import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.TokenBucket;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.testkit.MovedPauses;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerBench;
import dev.arduinotrader.trading.broker.MoneyKind;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.FakeUniverse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The adapter over real HTTP and its broker's market, at 100 USD a share. */
final class AlpacaBench implements BrokerBench {
  static final Isin APPLE = Isin.of("US0378331005");
  private static final Instant START = Instant.parse("2026-11-20T15:00:00Z");
  private static final String PRICE = "100";

  final MovedClock clock = new MovedClock(START);
  final FakeAlpaca fake = new FakeAlpaca(clock).cash("5000");
  final FakeUniverse universe =
      new FakeUniverse().with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"));
  private final HttpWire http = new HttpWire();
  private final Broker broker;

  AlpacaBench() {
    this(FakeAlpaca.NUMBER);
  }

  /** Bound to the account of this number. */
  AlpacaBench(String number) {
    PacedWire wire =
        new PacedWire(
            http,
            new TokenBucket(1, AlpacaSettings.PACE),
            clock,
            new MovedPauses(clock),
            () -> 0.5,
            AlpacaSettings.REST_WHEN_LIMITED);
    AlpacaSettings settings =
        new AlpacaSettings(fake.base(), FakeAlpaca.KEYS, Duration.ofSeconds(3));
    broker =
        new AlpacaBroker(
            new AlpacaTrading(new AlpacaClient(settings, wire)),
            new AlpacaSession.Identity(Contexts.ACCOUNT, number, MoneyKind.PLAY),
            universe,
            clock);
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
    Price limit = Price.of("101", QuoteUnit.of("USD"));
    return new SecurityTerms(APPLE, "AAPL", Side.BUY, Quantity.of(quantity), limit);
  }

  @Override
  public ExchangeTerms exchange() {
    throw new UnsupportedOperationException("this broker knows US dollars only");
  }

  @Override
  public void marketMoves() {
    clock.advance(Duration.ofMinutes(1));
    fake.trade(PRICE);
  }

  @Override
  public void executes(ClientOrderId order, long quantity) {
    fake.fill(order.value(), Long.toString(quantity), PRICE);
  }

  @Override
  public void sessionEnds() {
    fake.sessionEnds();
  }

  @Override
  public void goesDown() {
    fake.down(true);
  }

  @Override
  public void comesBack() {
    fake.down(false);
  }

  @Override
  public void wantsFewerRequests() {
    fake.fault(
        "POST /v2/orders", new Answer.Full(429, "<html>", Map.of("Retry-After", "5")), false);
  }

  @Override
  public void moneyComesIn(String movementId, Money amount) {
    fake.flow(movementId, "CSD", amount.amount().toPlainString());
  }

  @Override
  public CallContext stranger() {
    return now().withAccount(AccountId.of("other-1"));
  }

  @Override
  public void close() {
    http.close();
    fake.close();
  }
}
