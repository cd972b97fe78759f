package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.portfolio.UpdatePolicy;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.trading.OrderLeg.LegKind;
import dev.arduinotrader.universe.FxRequest;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.UniverseModule;
import dev.arduinotrader.universe.UniverseQuery;
import dev.arduinotrader.universe.UniverseService;
import dev.arduinotrader.universe.UniverseSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Purchases in all foreign currencies of the sample market, with the real books. */
class SampleMarketTest {
  private static final long SEED = 20_240_226L;
  private static final int ROUNDS = 14;
  private static final int TRADES_AT_ONCE = 3;
  private static final int LOOKS_MAX = 40;
  private static final Set<OrderState> OVER =
      EnumSet.of(OrderState.FILLED, OrderState.EXPIRED, OrderState.CANCELLED, OrderState.DENIED);

  private final MovedClock clock = MovedClock.at("2024-02-26T09:00:00Z");
  private final Random random = new Random(SEED);
  private final Set<Currency> traded = new TreeSet<>();
  private int commands;

  @Test
  void whatAnExchangeBroughtBuysTheSecurityInEveryCurrency(@TempDir Path directory) {
    try (UniverseModule market =
            UniverseModule.open(UniverseSettings.in(directory), clock).orElseThrow();
        PortfolioModule books = PortfolioModule.open(directory, market.local(), clock);
        TradingModule module =
            TradingModule.open(directory, books.local(), market.local(), clock, new CountedIds())) {
      TradingService trading = module.local();
      open(books, trading);
      List<Security> foreign = foreign(market.local());
      int exchanged = 0;
      for (int round = 0; round < ROUNDS; round++) {
        List<Trade> trades = buySome(trading, market.local(), foreign);
        for (Trade trade : settle(trading, trades)) {
          String where = "seed %d, round %d, %s".formatted(SEED, round, trade);
          assertThat(trade.state()).as(where).isEqualTo(OrderState.FILLED);
          exchanged += trade.legs().getFirst().kind() == LegKind.EXCHANGE ? 1 : 0;
        }
        assertNothingOverdrawn(books);
      }
      assertThat(exchanged).isGreaterThan(ROUNDS * TRADES_AT_ONCE / 2);
      assertThat(traded).extracting(Currency::code).contains("CHF", "DKK", "GBP", "JPY", "USD");
      assertThat(trading.reconcile(now()).orElseThrow().differences()).isEmpty();
      assertThat(books.local().verifyBooks(now()).orElseThrow().faults()).isEmpty();
    }
  }

  private void open(PortfolioModule books, TradingService trading) {
    AccountId account = Contexts.ACCOUNT;
    books
        .local()
        .createAccount(
            now(),
            new CreateAccount(nextCommand(), account, Currency.EUR, "paper", Environment.PAPER))
        .orElseThrow();
    PolicyVersion policy = books.local().getPolicy(now()).orElseThrow();
    books
        .local()
        .updatePolicy(now(), new UpdatePolicy(nextCommand(), policy.version(), Unguarded.policy()))
        .orElseThrow();
    Money money = Money.of("2000000.00", Currency.EUR);
    trading.paperCashFlow(now(), new PaperCashFlow(nextCommand(), money)).orElseThrow();
  }

  private List<Security> foreign(UniverseService universe) {
    return universe.getUniverse(now(), UniverseQuery.first()).orElseThrow().securities().stream()
        .filter(security -> !security.quoteUnit().currency().equals(Currency.EUR))
        .toList();
  }

  private List<Trade> buySome(
      TradingService trading, UniverseService universe, List<Security> foreign) {
    int first = random.nextInt(foreign.size());
    List<Trade> trades = new ArrayList<>();
    for (int number = 0; number < TRADES_AT_ONCE; number++) {
      Security security = foreign.get((first + number * 7) % foreign.size());
      Trade trade = trading.executeTrade(now(), wish(universe, security)).orElseThrow();
      assertThat(trade.denialCode()).as(trade.message()).isEmpty();
      traded.add(security.quoteUnit().currency());
      trades.add(trade);
    }
    return trades;
  }

  /** For 300 to 9,000 EUR; half of them with the limit that a plan sets. */
  private TradeCommand wish(UniverseService universe, Security security) {
    Price price =
        universe
            .getQuotes(now(), QuoteRequest.latest(List.of(security.isin())))
            .orElseThrow()
            .quotes()
            .getFirst()
            .price();
    Currency currency = security.quoteUnit().currency();
    BigDecimal perEuro =
        universe
            .getFxRates(now(), new FxRequest(Currency.EUR, List.of(currency), null))
            .orElseThrow()
            .rates()
            .getFirst()
            .rate();
    BigDecimal units =
        perEuro
            .multiply(BigDecimal.valueOf(300 + random.nextInt(8_700)))
            .divide(price.inCurrency(), 0, RoundingMode.FLOOR);
    BigDecimal lot = security.lot().size();
    return new TradeCommand(
        nextCommand(),
        security.isin(),
        Side.BUY,
        security.lot().floor(units.max(lot)),
        random.nextBoolean() ? planLimit(security, price) : null,
        price,
        "a test",
        "",
        0);
  }

  private static Price planLimit(Security security, Price price) {
    BigDecimal tick = Objects.requireNonNull(security.tick()).value();
    BigDecimal ticks =
        price.value().multiply(new BigDecimal("1.05")).divide(tick, 0, RoundingMode.FLOOR);
    return new Price(ticks.multiply(tick), price.unit());
  }

  /** Looks again after a second or after hours, until all trades are over. */
  private List<Trade> settle(TradingService trading, List<Trade> trades) {
    for (int look = 0; look < LOOKS_MAX; look++) {
      clock.advance(Duration.ofSeconds(1 + random.nextInt(random.nextBoolean() ? 60 : 20_000)));
      assertThat(trading.reconcile(now()).orElseThrow().differences()).isEmpty();
      List<Trade> seen =
          trades.stream()
              .map(trade -> trading.getTradeStatus(now(), trade.tradeId()).orElseThrow())
              .toList();
      if (seen.stream().allMatch(trade -> OVER.contains(trade.state()))) {
        return seen;
      }
    }
    throw new AssertionError("expected trades to end, found them open: " + trades);
  }

  private void assertNothingOverdrawn(PortfolioModule books) {
    assertThat(books.local().getCashBalance(now(), OpenExposure.NONE).orElseThrow().balances())
        .extracting(CashBalance::settled)
        .noneMatch(Money::isNegative);
  }

  private CommandId nextCommand() {
    return CommandId.of("cmd-" + ++commands);
  }

  private CallContext now() {
    return Contexts.at(clock.now());
  }
}
