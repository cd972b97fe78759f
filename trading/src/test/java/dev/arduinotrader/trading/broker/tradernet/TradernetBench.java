package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.brokers.tradernet.FakeTradernet;
import dev.arduinotrader.brokers.tradernet.TradernetClient;
import dev.arduinotrader.brokers.tradernet.TradernetSettings;
import dev.arduinotrader.brokers.wire.HttpWire;
import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.TokenBucket;
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
import java.util.Optional;

/** The adapter over real HTTP and its broker's market, at 100 USD a share and 1.10 USD a EUR. */
final class TradernetBench implements BrokerBench {
  private static final Instant START = Instant.parse("2026-11-20T15:00:00Z");
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final String SYMBOL = "AAPL.US";
  private static final String PRICE = "100";

  private final MovedClock clock = new MovedClock(START);
  private final FakeTradernet fake =
      new FakeTradernet(clock)
          .demo(true)
          .listing(SYMBOL, APPLE.value(), "USD")
          .cash("EUR", "1000")
          .cash("USD", "5000");
  private final HttpWire http = new HttpWire();
  private final TradernetBroker broker;

  TradernetBench() {
    PacedWire wire =
        new PacedWire(
            http,
            new TokenBucket(1, TradernetSettings.PACE),
            clock,
            new MovedPauses(clock),
            () -> 0.5,
            TradernetSettings.REST_WHEN_LIMITED);
    TradernetSettings settings =
        new TradernetSettings(fake.base(), FakeTradernet.KEYS, Duration.ofSeconds(3));
    broker =
        new TradernetBroker(
            new TradernetClient(settings, wire, clock),
            new TradernetSession.Identity(Contexts.ACCOUNT, FakeTradernet.USER, MoneyKind.PLAY),
            new NumbersInNames(),
            new FakeUniverse().with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD")),
            clock);
  }

  /** Cards name their orders by their numbers, and intended them an hour ago. */
  private static final class NumbersInNames implements OrderNumbers {
    private static final String BEFORE_NUMBER = "card-";

    @Override
    public Optional<Numbered> of(ClientOrderId id) {
      int number = Integer.parseInt(id.value().substring(BEFORE_NUMBER.length()));
      return Optional.of(new Numbered(number, START.minus(Duration.ofHours(1))));
    }

    @Override
    public Optional<ClientOrderId> nameOf(AccountId account, long number) {
      return Optional.of(ClientOrderId.of(BEFORE_NUMBER + number));
    }

    @Override
    public Optional<ClientOrderId> nameOfBrokerOrder(AccountId account, String brokerOrderId) {
      return Optional.empty();
    }
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
    return new ExchangeTerms(Money.of("50.00", Currency.EUR), Money.of("56.00", Currency.USD));
  }

  @Override
  public void marketMoves() {
    clock.advance(Duration.ofMinutes(1));
    fake.trade(SYMBOL, PRICE);
    fake.trade("EUR/USD", "1.10");
  }

  @Override
  public void executes(ClientOrderId order, long quantity) {
    fake.fill(fake.orderId(0), Long.toString(quantity), PRICE);
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
    fake.fault("putTradeOrder", new Answer.Full(429, "<html>", Map.of("Retry-After", "5")), false);
  }

  @Override
  public void moneyComesIn(String movementId, Money amount) {
    fake.flow(
        movementId,
        "bank",
        "2026-11-20",
        amount.amount().toPlainString(),
        amount.currency().code());
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
