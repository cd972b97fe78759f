package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.trading.FaultyBroker.Fault;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.desk.FaultPoints;
import dev.arduinotrader.trading.desk.FaultPoints.Step;
import dev.arduinotrader.trading.model.OrderTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A month of random wishes, moving prices, bad lines, absent services and crashes at every step.
 * Whatever happened: the books equal the broker, nothing is booked twice, no balance is below zero.
 */
class SimulationTest {
  private static final List<Isin> ISINS = List.of(World.APPLE, World.BARCLAYS, World.SIEMENS);
  private static final int ROUNDS = 60;

  /** Stands for the death of the process. */
  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theBooksEqualTheBrokerWhateverHappens(long seed, @TempDir Path directory) {
    Random random = new Random(seed);
    try (World world = new World(directory)) {
      world.deposit("20000.00");
      List<TradeCommand> wishes = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        step(world, random, wishes);
        assertSane(world, "seed " + seed + ", round " + round);
      }
      settle(world);
      assertEqual(world, "seed " + seed);
      assertThat(world.held(World.APPLE).isPositive() || world.held(World.SIEMENS).isPositive())
          .as("seed %d: something was bought", seed)
          .isTrue();
    }
  }

  private static void step(World world, Random random, List<TradeCommand> wishes) {
    moveMarket(world, random);
    trouble(world, random);
    try {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> execute(world, wish(world, random, wishes));
        case 3 -> execute(world, repeat(world, random, wishes));
        case 4 -> cancelSomething(world, random);
        case 5 -> deposit(world, random);
        default -> world.trading().reconcile(world.now());
      }
    } catch (Died e) {
      world.restart(FaultPoints.none());
    }
  }

  private static void execute(World world, TradeCommand wish) {
    world.trading().executeTrade(world.now(), wish);
  }

  private static TradeCommand wish(World world, Random random, List<TradeCommand> wishes) {
    Isin isin = oneOf(random, ISINS);
    long quantity = 1L + random.nextInt(isin.equals(World.BARCLAYS) ? 1_500 : 60);
    TradeCommand wish =
        random.nextInt(3) == 0 ? world.sell(isin, quantity) : world.buy(isin, quantity);
    wishes.add(wish);
    return wish;
  }

  private static TradeCommand repeat(World world, Random random, List<TradeCommand> wishes) {
    return wishes.isEmpty() ? wish(world, random, wishes) : oneOf(random, wishes);
  }

  private static void cancelSomething(World world, Random random) {
    List<Trade> trades = world.trades();
    if (!trades.isEmpty()) {
      String trade = oneOf(random, trades).tradeId();
      CommandId id = CommandId.of("cancel-" + random.nextInt());
      world.trading().cancelTrade(world.now(), new CancelCommand(id, trade));
    }
  }

  private static void deposit(World world, Random random) {
    Money amount = Money.of(BigDecimal.valueOf(random.nextInt(-200_000, 200_000), 2), Currency.EUR);
    if (!amount.isZero()) {
      world.trading().paperCashFlow(world.now(), new PaperCashFlow(world.nextCommand(), amount));
    }
  }

  /** Prices stay within the tenth that the gate allows between decision and market. */
  private static void moveMarket(World world, Random random) {
    world.clock.advance(Duration.ofMinutes(1 + random.nextInt(900)));
    if (random.nextInt(4) > 0) {
      world.quotes(
          world.clock.now(),
          around(random, 100, 4),
          around(random, 195.34, 4),
          around(random, 50, 4));
      world.rates(world.clock.now(), around(random, 1.25, 2), around(random, 0.80, 2));
    }
  }

  private static String around(Random random, double middle, double percent) {
    double value = middle * (1 + (random.nextDouble() * 2 - 1) * percent / 100);
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static void trouble(World world, Random random) {
    world.broker.failing();
    world.portfolio.failWith(null);
    world.universe.failWith(null);
    switch (random.nextInt(10)) {
      case 0 -> world.broker.failing(oneOf(random, List.of(Fault.values())));
      case 1 -> world.broker.failing(Fault.ORDER_REPLY_LOST, Fault.QUESTION_LOST);
      case 2 -> world.portfolio.unreachable();
      case 3 -> world.universe.unreachable();
      case 4, 5 -> {
        Step deadly = oneOf(random, List.of(Step.values()));
        world.restart(
            step -> {
              if (step == deadly) {
                throw new Died();
              }
            });
      }
      default -> {}
    }
  }

  private static <T> T oneOf(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static void assertSane(World world, String where) {
    assertThat(world.broker.submitted())
        .extracting(BrokerOrder::clientOrderId)
        .as(where)
        .allSatisfy(id -> assertThat(termsSentAs(world, id)).hasSizeLessThanOrEqualTo(1));
    for (Trade trade : world.trades()) {
      for (OrderLeg leg : trade.legs()) {
        if (leg.state().isTerminal()) {
          assertThat(leg.reserved()).as(where).isNull();
        }
      }
    }
    assertThat(world.exposure().orders())
        .extracting(OpenOrder::clientOrderId)
        .as(where)
        .doesNotHaveDuplicates();
  }

  /** One name is one order: what was sent more than once is the same thing. */
  private static List<Object> termsSentAs(World world, ClientOrderId id) {
    return world.broker.submitted().stream()
        .filter(order -> order.clientOrderId().equals(id))
        .map(order -> wanted(order.terms()))
        .distinct()
        .toList();
  }

  private static Object wanted(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.SecurityTerms t -> List.of(t.isin(), t.side(), t.quantity());
      case OrderTerms.ExchangeTerms t -> List.of(t.bought().currency(), t.soldMax().currency());
    };
  }

  /** The troubles end and a week goes by. */
  private static void settle(World world) {
    world.restart(FaultPoints.none());
    world.broker.failing();
    world.portfolio.failWith(null);
    world.universe.failWith(null);
    for (int day = 0; day < 8; day++) {
      world.clock.advance(Duration.ofDays(1));
      world
          .quotes(world.clock.now(), "100", "195.34", "50")
          .rates(world.clock.now(), "1.25", "0.80");
      world.reconcile();
    }
  }

  private static void assertEqual(World world, String where) {
    assertThat(world.reconcile().differences()).as(where).isEmpty();
    assertThat(world.exposure().orders()).as(where).isEmpty();
    AccountStatement everything = world.paperBroker().statement(world.now(), 0).orElseThrow();
    assertThat(everything.cash()).as(where).noneMatch(Money::isNegative);
    assertThat(everything.cash()).as(where).isEqualTo(summed(world.portfolio.booked()));
    assertThat(everything.holdings())
        .as(where)
        .allSatisfy(
            holding -> assertThat(world.held(holding.isin())).isEqualTo(holding.quantity()));
    assertThat(world.portfolio.booked())
        .as(where)
        .hasSize(everything.executions().size() + everything.movements().size());
    for (Trade trade : world.trades()) {
      Quantity filled = Quantity.ZERO;
      for (OrderLeg leg : trade.legs()) {
        if (leg.kind() == OrderLeg.LegKind.SECURITY) {
          filled = filled.plus(leg.filled());
        }
      }
      assertThat(filled.isZero() || filled.equals(trade.quantity())).as(where).isTrue();
    }
  }

  /** The cash that all movements make, in the order of the currencies. */
  private static List<Money> summed(List<BrokerMovement> movements) {
    Map<Currency, Money> cash = new HashMap<>();
    for (BrokerMovement movement : movements) {
      switch (movement) {
        case LedgerEntry entry -> throw new AssertionError("expected none, found " + entry);
        case BrokerMovement.CashFlow flow -> add(cash, flow.amount());
        case BrokerMovement.Exchange exchange -> {
          add(cash, exchange.sold().negated());
          add(cash, exchange.bought());
          add(cash, exchange.commission().negated());
        }
        case BrokerMovement.Execution execution -> {
          BigDecimal sign = BigDecimal.valueOf(-execution.side().sign());
          add(cash, execution.gross().times(sign, RoundingMode.UNNECESSARY));
          add(cash, execution.commission().negated());
        }
      }
    }
    return cash.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .filter(money -> !money.isZero())
        .toList();
  }

  private static void add(Map<Currency, Money> cash, Money money) {
    cash.merge(money.currency(), money, Money::plus);
  }
}
