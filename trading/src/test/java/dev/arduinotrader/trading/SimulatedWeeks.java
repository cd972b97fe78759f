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
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.trading.FaultyBroker.Fault;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker.FindReply;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.broker.faults.BrokerFault;
import dev.arduinotrader.trading.broker.faults.FaultScript;
import dev.arduinotrader.trading.desk.FaultPoints;
import dev.arduinotrader.trading.desk.FaultPoints.Step;
import dev.arduinotrader.trading.model.OrderTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Some weeks of random wishes, moving prices, bad lines, absent services, halts, rivals and crashes
 * at every step, all from one seed. After every event and at the end it holds the program to what
 * must always be true.
 */
final class SimulatedWeeks {
  /** What can go wrong, for the count of what did. */
  enum Trouble {
    LINE,
    LINE_AND_QUESTION,
    NEWS_REPEATED,
    BOOKS_AWAY,
    PRICES_AWAY,
    DEATH,
    HALT,
    RIVAL
  }

  private static final List<Isin> ISINS = List.of(World.APPLE, World.BARCLAYS, World.SIEMENS);
  static final int ROUNDS = 40;
  private static final int ONE_CALL_IN = 12;

  /** A sale and two exchanges for each fee, if prices move in between. */
  private static final long REPAIRS_MAX = 3L * SimulatedFees.FEES;

  /** Keeps the fees of a seed apart from its other chances. */
  private static final long FEES_APART = 1_000_003;

  /** Stands for the death of the process. */
  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Died() {
      super("died", null, false, false);
    }
  }

  private final World world;
  private final Random random;
  private final long ownSeed;
  private final String seed;
  private final List<TradeCommand> wishes = new ArrayList<>();
  private final Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);
  private final Set<ClientOrderId> over = new HashSet<>();
  private final SimulatedLine line;
  private boolean halted;
  private long repairs;

  /** Whether the line stays bad for more than one round. */
  private boolean lasting;

  private final StringBuilder trace = new StringBuilder();

  SimulatedWeeks(World world, long seed) {
    this.world = world;
    this.random = new Random(seed);
    this.ownSeed = ~seed;
    this.line = new SimulatedLine(FaultScript.seeded(seed, ONE_CALL_IN));
    this.seed =
        "seed "
            + seed
            + ", alone: -Dtest=SimulationTest -Dtrader.simulation.first="
            + seed
            + " -Dtrader.simulation.seeds=1";
  }

  /** Runs to the end; an AssertionError names the seed and the round. */
  SimulatedWeeks run() {
    Set<ClientOrderId> seen = new HashSet<>();
    List<AccountMovement> fees = SimulatedFees.of(new Random(~ownSeed * FEES_APART));
    world.beyondLine = broker -> line.to(new PiecemealBroker(new Owing(broker, fees), seen));
    world.universe.volume(World.APPLE, 300).volume(World.SIEMENS, 150);
    SimulatedActions.announce(world, new Random(ownSeed));
    world.forget(FaultPoints.none());
    world.deposit("20000.00");
    for (int round = 0; round < ROUNDS; round++) {
      String where = seed + ", round " + round;
      int before = world.broker.submitted().size();
      boolean stopped = trouble();
      step();
      if (stopped) {
        assertThat(world.broker.submitted()).as("%s: sent while stopped", where).hasSize(before);
      }
      assertSane(where);
      trace.append(round).append(": ").append(standing()).append('\n');
    }
    settle();
    assertEqual();
    repairs = filledRepairs();
    assertThat(repairs).as("%s: back and forth", seed).isLessThanOrEqualTo(REPAIRS_MAX);
    trace.append(world.portfolio.booked());
    return this;
  }

  private long filledRepairs() {
    return world.trades().stream()
        .filter(trade -> trade.reason().contains("below zero"))
        .filter(trade -> trade.state() == OrderState.FILLED)
        .count();
  }

  /** How often each fault of the line came. */
  Map<BrokerFault, Integer> faults() {
    return line.faults();
  }

  /** How many orders were sent, repeats included. */
  int sent() {
    return world.broker.submitted().size();
  }

  /** How many dividends and splits came. */
  long actions() {
    return world.portfolio.booked().stream().filter(LedgerEntry.class::isInstance).count();
  }

  /** How many trades made good cash below zero. */
  long repairs() {
    return repairs;
  }

  /** How often each trouble came. */
  Map<Trouble, Integer> troubles() {
    return troubles;
  }

  /** Everything that was sent, booked and said, in its order. */
  String trace() {
    return trace.toString();
  }

  private String standing() {
    return world.broker.submitted().size()
        + " sent, "
        + world.trades().stream().map(Trade::state).toList()
        + ", "
        + world.portfolio.booked().size()
        + " booked";
  }

  private void step() {
    moveMarket();
    try {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> execute(wish());
        case 3 -> execute(repeat());
        case 4 -> cancelSomething();
        case 5 -> deposit();
        default -> readTwice();
      }
    } catch (Died e) {
      world.forget(FaultPoints.none());
    }
  }

  /** What is owed counts in the second reading. */
  private void readTwice() {
    world.trading().reconcile(world.now());
    world.clock.advance(Duration.ofMinutes(1));
    world.trading().reconcile(world.now());
  }

  private void execute(TradeCommand wish) {
    world.trading().executeTrade(world.now(), wish);
  }

  private TradeCommand wish() {
    Isin isin = oneOf(ISINS);
    long quantity = 1L + random.nextInt(isin.equals(World.BARCLAYS) ? 1_500 : 60);
    TradeCommand wish =
        random.nextInt(3) == 0 ? world.sell(isin, quantity) : world.buy(isin, quantity);
    wishes.add(wish);
    return wish;
  }

  private TradeCommand repeat() {
    return wishes.isEmpty() ? wish() : oneOf(wishes);
  }

  private void cancelSomething() {
    List<Trade> trades = world.trades();
    if (!trades.isEmpty()) {
      String trade = oneOf(trades).tradeId();
      CommandId id = CommandId.of("cancel-" + random.nextInt());
      world.trading().cancelTrade(world.now(), new CancelCommand(id, trade));
    }
  }

  private void deposit() {
    Money amount = Money.of(BigDecimal.valueOf(random.nextInt(-200_000, 200_000), 2), Currency.EUR);
    if (!amount.isZero()) {
      world.trading().paperCashFlow(world.now(), new PaperCashFlow(world.nextCommand(), amount));
    }
  }

  /** Prices stay within the tenth that the gate allows between decision and market. */
  private void moveMarket() {
    if (lasting) { // what the line hides must not be told by an execution soon after
      world.clock.advance(Duration.ofMinutes(1));
      return;
    }
    world.clock.advance(Duration.ofMinutes(1 + random.nextInt(900)));
    if (random.nextInt(4) > 0) {
      world.quotes(world.clock.now(), around(100, 4), around(195.34, 4), around(50, 4));
      world.rates(world.clock.now(), around(1.25, 2), around(0.80, 2));
    }
  }

  private String around(double middle, double percent) {
    double value = middle * (1 + (random.nextDouble() * 2 - 1) * percent / 100);
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Whether no order may leave in this round. */
  private boolean trouble() {
    if (!lasting || random.nextInt(3) == 0) {
      world.broker.failing();
      lasting = false;
    }
    world.broker.saying(UnaryOperator.identity());
    world.portfolio.failWith(null);
    world.universe.failWith(null);
    world.forget(FaultPoints.none());
    if (world.outdated || halted) {
      world.outdated = false;
      resume();
    }
    switch (random.nextInt(14)) {
      case 0 -> lineFails(oneOf(List.of(Fault.values())));
      case 1 -> lineFails(oneOf(List.of(Fault.values())));
      case 2, 3 -> {
        count(Trouble.LINE_AND_QUESTION);
        world.broker.failing(Fault.ORDER_REPLY_LOST, Fault.QUESTION_LOST);
        lasting = true;
      }
      case 4 -> repeatNews();
      case 5 -> {
        count(Trouble.BOOKS_AWAY);
        world.portfolio.unreachable();
      }
      case 6 -> {
        count(Trouble.PRICES_AWAY);
        world.universe.unreachable();
      }
      case 7, 8 -> dieAt(oneOf(List.of(Step.values())));
      case 9 -> halt();
      case 10 -> {
        count(Trouble.RIVAL);
        world.outdated = true;
      }
      default -> {}
    }
    return world.outdated || halted;
  }

  private void count(Trouble trouble) {
    troubles.merge(trouble, 1, Integer::sum);
  }

  private void lineFails(Fault fault) {
    count(Trouble.LINE);
    world.broker.failing(fault);
    lasting = false;
  }

  private void dieAt(Step deadly) {
    count(Trouble.DEATH);
    world.forget(
        step -> {
          if (step == deadly) {
            throw new Died();
          }
        });
  }

  private void halt() {
    count(Trouble.HALT);
    HaltCommand command = new HaltCommand(world.nextCommand(), "simulated");
    halted = world.trading().halt(world.now(), command).isSuccess();
  }

  private void resume() {
    HaltCommand command = new HaltCommand(world.nextCommand(), "simulated");
    world.trading().resume(world.now(), command).orElseThrow();
    halted = false;
  }

  /** The broker says again, in another order, what it executed before. */
  private void repeatNews() {
    count(Trouble.NEWS_REPEATED);
    List<BrokerExecution> earlier = new ArrayList<>(truth().executions());
    Collections.shuffle(earlier, random);
    world.broker.saying(
        statement -> {
          List<BrokerExecution> all = new ArrayList<>(earlier);
          all.addAll(statement.executions());
          return new AccountStatement(
              statement.at(),
              statement.cursor(),
              all,
              statement.movements(),
              statement.orders(),
              statement.cash(),
              statement.holdings());
        });
  }

  /** All that the broker knows, whatever the line to it is like. */
  private AccountStatement truth() {
    return line.beyond()
        .statement(Contexts.at(world.clock.now()), AccountStatement.FROM_THE_BEGINNING)
        .orElseThrow();
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void assertSane(String where) {
    assertThat(world.broker.submitted())
        .extracting(BrokerOrder::clientOrderId)
        .as(where)
        .allSatisfy(id -> assertThat(termsSentAs(id)).hasSizeLessThanOrEqualTo(1));
    for (Trade trade : world.trades()) {
      for (OrderLeg leg : trade.legs()) {
        if (leg.state().isTerminal()) {
          assertThat(leg.reserved()).as(where).isNull();
          assertOver(leg, where);
        }
      }
    }
    assertThat(world.exposure().orders())
        .extracting(OpenOrder::clientOrderId)
        .as(where)
        .doesNotHaveDuplicates();
  }

  /** What our books call over must not be open at the broker. */
  private void assertOver(OrderLeg leg, String where) {
    if (over.add(leg.clientOrderId())
        && world.paperBroker().findByClientOrderId(world.now(), leg.clientOrderId())
            instanceof FindReply.Found(OrderReport report)) {
      assertThat(report.state()).as("%s: %s", where, leg).isNotEqualTo(BrokerOrderState.OPEN);
    }
  }

  /** One name is one order: what was sent more than once is the same thing. */
  private List<Object> termsSentAs(ClientOrderId id) {
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
  private void settle() {
    world.restart(FaultPoints.none());
    world.broker.saying(UnaryOperator.identity());
    world.outdated = false;
    resume();
    world.broker.failing();
    line.calm();
    world.portfolio.failWith(null);
    world.universe.failWith(null);
    for (int day = 0; day < 8; day++) {
      world.clock.advance(Duration.ofDays(1));
      world
          .quotes(world.clock.now(), "100", "195.34", "50")
          .rates(world.clock.now(), "1.25", "0.80");
      resume(); // an unknown order that grew old leaves only sales behind, until the owner looks
      readTwice();
    }
  }

  private void assertEqual() {
    String where = seed;
    ReconcileReport report = world.reconcile();
    assertThat(report.differences()).as(where).isEmpty();
    assertThat(report.repairs()).as(where).isEmpty();
    assertThat(world.exposure().orders()).as(where).isEmpty();
    AccountStatement everything = truth();
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
      for (OrderLeg leg : trade.legs()) {
        if (leg.kind() == OrderLeg.LegKind.SECURITY) {
          assertThat(leg.filled())
              .as("%s: %s", where, leg)
              .isEqualTo(executed(everything, leg.clientOrderId()));
        }
      }
    }
  }

  private static Quantity executed(AccountStatement everything, ClientOrderId id) {
    return everything.executions().stream()
        .filter(execution -> execution.clientOrderId().equals(id))
        .map(execution -> ((SecurityExecution) execution).quantity())
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  /** The cash that all movements make, in the order of the currencies. */
  private static List<Money> summed(List<BrokerMovement> movements) {
    Map<Currency, Money> cash = new HashMap<>();
    for (BrokerMovement movement : movements) {
      switch (movement) {
        case LedgerEntry entry -> add(cash, SimulatedActions.money(entry));
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
