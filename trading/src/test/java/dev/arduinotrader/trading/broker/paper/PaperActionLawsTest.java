package dev.arduinotrader.trading.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.AccountMovement.SplitDone;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.CorporateAction.Announcement;
import dev.arduinotrader.universe.CorporateAction.CashDividend;
import dev.arduinotrader.universe.CorporateAction.Split;
import dev.arduinotrader.universe.FakeUniverse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two months of trades, dividends and splits, some of them known late, with looks and restarts at
 * random instants: what the broker has in the end is what the facts say, counted apart from it.
 */
class PaperActionLawsTest {
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
  private static final int DAYS = 60;
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final int[][] RATIOS = {{4, 1}, {3, 2}, {2, 1}, {21, 20}, {1, 2}, {1, 10}};

  private final FakeUniverse universe = new FakeUniverse();
  private final MovedClock clock = new MovedClock(start(FIRST));
  private final NavigableMap<Instant, BigDecimal> quotes = new TreeMap<>();
  private final List<CorporateAction> actions = new ArrayList<>();
  private final List<AccountMovement> told = new ArrayList<>();
  private final List<BrokerExecution> executed = new ArrayList<>();
  private String cursor = AccountStatement.FROM_THE_BEGINNING;
  private final CountedIds ids = new CountedIds();
  private int orders;

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 25);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void unitsAndMoneyAreWhatTheFactsSayAndNothingIsDoneTwice(long seed, @TempDir Path directory) {
    Random random = new Random(seed);
    universe.with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"));
    announce(random);
    PaperBroker broker = open(directory);
    broker.move(now(), "in", dollars(new BigDecimal("1000000"))).orElseThrow();
    BigDecimal price = new BigDecimal("400.00");
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      price = withoutActionsOf(date, price).multiply(factor(random));
      price = price.setScale(2, RoundingMode.HALF_EVEN).max(CENT);
      clock.moveTo(start(date).plus(Duration.ofHours(14)));
      broker.submit(now(), order(random));
      if (random.nextInt(3) == 0) {
        look(broker);
      }
      quote(start(date).plus(Duration.ofHours(15)), price);
      clock.moveTo(start(date).plus(Duration.ofMinutes(15 * 60 + random.nextInt(500))));
      if (random.nextInt(3) > 0) {
        look(broker);
      }
      if (random.nextInt(10) == 0) {
        broker.close();
        broker = open(directory);
      }
    }
    clock.moveTo(start(FIRST.plusDays(DAYS + 30)));
    look(broker);
    look(broker);
    AccountStatement all =
        broker.statement(now(), AccountStatement.FROM_THE_BEGINNING).orElseThrow();
    assertThat(all.movements()).isEqualTo(told);
    assertThat(all.executions()).isEqualTo(executed);
    assertThat(told).extracting(AccountMovement::movementId).doesNotHaveDuplicates();
    Facts facts = facts();
    assertThat(all.holdings().stream().map(holding -> holding.quantity().value()).toList())
        .as("units of seed " + seed)
        .isEqualTo(facts.units.signum() == 0 ? List.of() : List.of(strip(facts.units)));
    assertThat(all.cashIn(Currency.USD)).as("cash of seed " + seed).isEqualTo(dollars(facts.cash));
    broker.close();
  }

  /** Splits and dividends of some days, a few of which become known a week late. */
  private void announce(Random random) {
    for (int day = 3 + random.nextInt(6); day < DAYS - 10; day += 6 + random.nextInt(12)) {
      LocalDate date = FIRST.plusDays(day);
      add(
          new CashDividend(
              APPLE,
              date,
              null,
              random.nextBoolean() ? null : date.plusDays(random.nextInt(20)),
              BigDecimal.valueOf(1 + random.nextInt(5_000), 4),
              Currency.USD,
              known(day, random, true)));
    }
    for (int day = 3 + random.nextInt(6); day < DAYS - 10; day += 6 + random.nextInt(12)) {
      int[] ratio = RATIOS[random.nextInt(RATIOS.length)];
      // Units that were sold before a late one could not be taken back, and a dividend that is paid
      // before it would count the shares of before it.
      boolean mayBeLate = ratio[0] > ratio[1] && !isDividendNear(FIRST.plusDays(day));
      add(new Split(APPLE, FIRST.plusDays(day), ratio[0], ratio[1], known(day, random, mayBeLate)));
    }
  }

  private boolean isDividendNear(LocalDate date) {
    return actions.stream()
        .anyMatch(
            action -> action.exDate().isAfter(date) && action.exDate().isBefore(date.plusDays(8)));
  }

  private static Announcement known(int exDay, Random random, boolean mayBeLate) {
    boolean late = mayBeLate && random.nextInt(3) == 0;
    Instant ex = start(FIRST.plusDays(exDay));
    return new Announcement(
        "fake", late ? ex.plus(Duration.ofHours(random.nextInt(150))) : start(FIRST));
  }

  private void add(CorporateAction action) {
    actions.add(action);
    universe.action(action);
  }

  private BigDecimal withoutActionsOf(LocalDate date, BigDecimal price) {
    BigDecimal after = price;
    for (CorporateAction action : actions) {
      if (action instanceof Split split && split.exDate().equals(date)) {
        after =
            after
                .multiply(BigDecimal.valueOf(split.oldShares()))
                .divide(BigDecimal.valueOf(split.newShares()), 6, RoundingMode.HALF_EVEN);
      }
    }
    return after;
  }

  private static BigDecimal factor(Random random) {
    return BigDecimal.valueOf(980 + random.nextInt(41), 3);
  }

  private BrokerOrder order(Random random) {
    boolean buys = random.nextInt(5) < 3;
    return new BrokerOrder(
        ClientOrderId.of("order-" + ++orders),
        orders,
        new SecurityTerms(
            APPLE,
            "AAPL",
            buys ? Side.BUY : Side.SELL,
            Quantity.of(1 + random.nextInt(buys ? 30 : 20)),
            Price.of(buys ? "100000" : "0.01", QuoteUnit.of("USD"))));
  }

  private void quote(Instant at, BigDecimal price) {
    quotes.put(at, price);
    universe
        .quote(APPLE, price.toPlainString(), at)
        .rate(Currency.EUR, Currency.USD, "1.25", at.minusSeconds(60));
  }

  private void look(PaperBroker broker) {
    AccountStatement news = broker.statement(now(), cursor).orElseThrow();
    told.addAll(news.movements());
    executed.addAll(news.executions());
    cursor = news.cursor();
  }

  private static final class Facts {
    private BigDecimal units = BigDecimal.ZERO;
    private BigDecimal cash = new BigDecimal("1000000");
  }

  private record Fact(Instant at, Runnable count) {}

  /** Counts executions and actions in the order of their instants, from nothing but the facts. */
  private Facts facts() {
    Facts facts = new Facts();
    List<Fact> timeline = new ArrayList<>();
    // Of one day the dividends first: they count the shares of before.
    actions.stream()
        .sorted(Comparator.comparing(CorporateAction::kind))
        .forEach(
            action ->
                timeline.add(new Fact(start(action.exDate()), () -> carryOut(facts, action))));
    for (BrokerExecution execution : executed) {
      timeline.add(new Fact(execution.at(), () -> trade(facts, (SecurityExecution) execution)));
    }
    timeline.stream().sorted(Comparator.comparing(Fact::at)).forEach(fact -> fact.count().run());
    return facts;
  }

  private static void trade(Facts facts, SecurityExecution execution) {
    boolean buys = execution.side() == Side.BUY;
    BigDecimal units = execution.quantity().value();
    BigDecimal gross = execution.gross().amount();
    facts.units = buys ? facts.units.add(units) : facts.units.subtract(units);
    facts.cash = buys ? facts.cash.subtract(gross) : facts.cash.add(gross);
    facts.cash = facts.cash.subtract(execution.commission().amount());
  }

  private void carryOut(Facts facts, CorporateAction action) {
    if (action instanceof CashDividend dividend) {
      BigDecimal exact = dividend.amountPerShare().multiply(facts.units);
      facts.cash = facts.cash.add(exact.setScale(2, RoundingMode.HALF_EVEN));
    } else if (action instanceof Split split && facts.units.signum() > 0) {
      carryOut(facts, split);
    }
  }

  private void carryOut(Facts facts, Split split) {
    BigDecimal exact =
        facts
            .units
            .multiply(BigDecimal.valueOf(split.newShares()))
            .divide(BigDecimal.valueOf(split.oldShares()), 12, RoundingMode.FLOOR);
    BigDecimal whole = exact.setScale(0, RoundingMode.FLOOR);
    boolean nothingToBook = whole.compareTo(facts.units) == 0;
    BigDecimal after = nothingToBook ? exact.setScale(6, RoundingMode.FLOOR) : whole;
    BigDecimal price = quotes.lowerEntry(start(split.exDate())).getValue();
    SplitDone done =
        told.stream()
            .filter(SplitDone.class::isInstance)
            .map(SplitDone.class::cast)
            .filter(one -> one.movementId().endsWith(split.exDate().toString()))
            .findFirst()
            .orElseThrow();
    // What was held is worth as much after it as before, to the cent.
    BigDecimal worth = price.multiply(facts.units);
    BigDecimal newPrice =
        price
            .multiply(BigDecimal.valueOf(split.oldShares()))
            .divide(BigDecimal.valueOf(split.newShares()), 12, RoundingMode.HALF_EVEN);
    BigDecimal worthAfter = newPrice.multiply(after).add(done.amount().amount());
    assertThat(worthAfter.subtract(worth).abs()).as(done.toString()).isLessThanOrEqualTo(CENT);
    facts.units = after;
    facts.cash = facts.cash.add(done.amount().amount());
  }

  private static BigDecimal strip(BigDecimal value) {
    return new Quantity(value).value();
  }

  private PaperBroker open(Path directory) {
    return PaperBroker.open(directory, universe, clock, ids);
  }

  private CallContext now() {
    return Contexts.at(clock.now());
  }

  private static Instant start(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Money dollars(BigDecimal amount) {
    return Money.rounded(amount, Currency.USD, RoundingMode.UNNECESSARY);
  }
}
