package dev.arduinotrader.trading.model.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.repair.RepairFacts.Sellable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BalanceRepairTest {
  private static final Instant START = Instant.parse("2026-03-04T15:00:00Z");
  private static final Map<Currency, BigDecimal> PER_BASE =
      Map.of(
          Currency.EUR, BigDecimal.ONE,
          Currency.USD, new BigDecimal("1.25"),
          Currency.GBP, new BigDecimal("0.80"));
  private static final BigDecimal COST = new BigDecimal("0.012");
  private static final int WORLDS = 2_000;

  private static Money eur(String amount) {
    return Money.of(amount, Currency.EUR);
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }

  private static RepairFacts facts(List<Money> cash, List<Sellable> sellable) {
    Map<Currency, Money> byCurrency = new HashMap<>();
    cash.forEach(money -> byCurrency.put(money.currency(), money));
    Set<Currency> owed = new TreeSet<>();
    cash.stream().filter(Money::isNegative).forEach(money -> owed.add(money.currency()));
    return new RepairFacts(owed, false, byCurrency, byCurrency, Map.of(), PER_BASE, COST, sellable);
  }

  private static Sellable holding(String symbol, long lots, Money perLot, String fixedFee) {
    return new Sellable(
        Isin.privateCode("TEST", symbol),
        symbol,
        Lot.of("10"),
        Quantity.of(10 * lots),
        perLot,
        Money.of(fixedFee, perLot.currency()));
  }

  @Test
  void nothingIsOwedOnOneReadingNorAfterAReadingInBetweenThatWasGood() {
    DebtWatch once = DebtWatch.UNREAD.read(START, List.of(usd("-1.00")));
    assertThat(once.twice()).isEmpty();
    assertThat(once.read(START, List.of(usd("-1.00")))).isEqualTo(once);
    assertThat(once.read(START.plusSeconds(1), List.of(usd("-1.00"))).twice())
        .containsExactly(Currency.USD);
    DebtWatch healed = once.read(START.plusSeconds(1), List.of());
    assertThat(healed.read(START.plusSeconds(2), List.of(usd("-1.00"))).twice()).isEmpty();
  }

  @Test
  void exchangesFromTheLargestReserveAndSellsNothingWhenThatIsEnough() {
    RepairPlan plan =
        BalanceRepair.plan(
            facts(
                List.of(usd("-100.20"), eur("500.00"), Money.of("50.00", Currency.GBP)),
                List.of(holding("US", 100, usd("50.00"), "1.00"))));
    assertThat(plan.sales()).isEmpty();
    assertThat(plan.uncovered()).isEmpty();
    // 105.20 rounded up; 106 / 1.25 and 1.2 % on top.
    assertThat(plan.exchanges()).containsExactly(new ExchangeTerms(usd("106.00"), eur("85.82")));
  }

  @Test
  void sellsTheFewestLotsOfWhatExchangesDoNotBring() {
    RepairPlan plan =
        BalanceRepair.plan(
            facts(
                List.of(usd("-100.20")),
                List.of(
                    holding("DE", 100, eur("80.00"), "1.00"),
                    holding("US", 100, usd("50.00"), "1.00"))));
    assertThat(plan.exchanges()).isEmpty();
    assertThat(plan.sales()).hasSize(1);
    // 106 and the fee of 1 are more than two lots of 50.
    assertThat(plan.sales().getFirst().symbol()).isEqualTo("US");
    assertThat(plan.sales().getFirst().quantity()).isEqualTo(Quantity.of(30));
  }

  @Test
  void doesNothingWhileARepairIsUnderWayOrWhereTwoReadingsFoundNoDebt() {
    RepairFacts owing =
        facts(
            List.of(usd("-100.20"), eur("500.00")),
            List.of(holding("US", 100, usd("50.00"), "1.00")));
    RepairFacts underWay =
        new RepairFacts(
            owing.owed(),
            true,
            owing.cash(),
            owing.cash(),
            Map.of(),
            PER_BASE,
            COST,
            owing.sellable());
    RepairFacts unconfirmed =
        new RepairFacts(
            Set.of(),
            false,
            owing.cash(),
            owing.cash(),
            Map.of(),
            PER_BASE,
            COST,
            owing.sellable());
    assertThat(BalanceRepair.plan(underWay).isNothing()).isTrue();
    assertThat(BalanceRepair.plan(unconfirmed).isNothing()).isTrue();
  }

  @Test
  void saysWhatItCannotCoverAndTakesNothingThatOpenOrdersHold() {
    RepairFacts held = facts(List.of(usd("-100.20"), eur("500.00")), List.of());
    RepairFacts promised =
        new RepairFacts(
            held.owed(),
            false,
            held.cash(),
            held.cash(),
            Map.of(Currency.EUR, eur("499.00")),
            PER_BASE,
            COST,
            List.of());
    RepairPlan plan = BalanceRepair.plan(promised);
    assertThat(plan.exchanges()).isEmpty();
    assertThat(plan.uncovered()).singleElement().asString().contains("106.00 USD");
  }

  @Test
  void waitsForWhatASaleBroughtInsteadOfSellingAgain() {
    RepairFacts sold =
        facts(
            List.of(usd("-100.20"), eur("60.00")),
            List.of(holding("US", 100, usd("50.00"), "1.00")));
    RepairFacts unsettled =
        new RepairFacts(
            sold.owed(),
            false,
            sold.cash(),
            Map.of(Currency.EUR, eur("-1.00")),
            Map.of(),
            PER_BASE,
            COST,
            sold.sellable());

    RepairPlan plan = BalanceRepair.plan(unsettled);

    assertThat(plan.exchanges()).isEmpty();
    // 55 EUR will bring 67 USD; the other 39 are sold for.
    assertThat(plan.uncovered())
        .containsExactly("67.00 USD wait for 54.25 EUR that are not settled yet");
    assertThat(plan.sales()).extracting(RepairPlan.Sale::quantity).containsExactly(Quantity.of(10));
  }

  @Test
  void needsNoMoreThanOneRoundOfSalesAndTurnsNoOtherCurrencyNegative() {
    for (long seed = 1; seed <= WORLDS; seed++) {
      Random random = new Random(seed);
      RepairFacts before = randomFacts(random);
      RepairPlan plan = BalanceRepair.plan(before);
      String world = "seed %d: %s".formatted(seed, before);
      checkSales(before, plan, world);
      Map<Currency, Money> after = carriedOut(before, plan, world);
      RepairPlan second = BalanceRepair.plan(next(before, after));
      if (plan.uncovered().isEmpty()) {
        assertThat(BalanceRepair.plan(unsettled(before, plan, world)).sales()).as(world).isEmpty();
        assertThat(second.sales()).as(world).isEmpty();
        Map<Currency, Money> whole = carriedOut(next(before, after), second, world);
        assertThat(whole.values()).as(world).noneMatch(Money::isNegative);
        assertThat(BalanceRepair.plan(next(before, whole)).isNothing()).as(world).isTrue();
      }
    }
  }

  private static void checkSales(RepairFacts facts, RepairPlan plan, String world) {
    for (RepairPlan.Sale sale : plan.sales()) {
      Sellable holding =
          facts.sellable().stream()
              .filter(one -> one.isin().equals(sale.isin()))
              .findFirst()
              .orElseThrow();
      assertThat(holding.lot().divides(sale.quantity())).as(world).isTrue();
      assertThat(sale.proceeds().isPositive()).as(world).isTrue();
    }
    BigDecimal debts = BigDecimal.ZERO;
    for (Currency currency : facts.owed()) {
      Money cash = facts.cashIn(currency);
      BigDecimal wanted = cash.amount().negate().add(BalanceRepair.CUSHION).add(BigDecimal.ONE);
      debts = debts.add(base(wanted, currency));
    }
    for (ExchangeTerms exchange : plan.exchanges()) {
      debts = debts.subtract(base(exchange.bought().amount(), exchange.bought().currency()));
    }
    BigDecimal brought = BigDecimal.ZERO;
    BigDecimal oneLotEach = BigDecimal.ZERO;
    for (RepairPlan.Sale sale : plan.sales()) {
      brought = brought.add(base(sale.proceeds().amount(), sale.proceeds().currency()));
      Money lot =
          facts.sellable().stream()
              .filter(one -> one.isin().equals(sale.isin()))
              .findFirst()
              .orElseThrow()
              .proceedsPerLot();
      oneLotEach = oneLotEach.max(base(lot.amount(), lot.currency()));
    }
    BigDecimal most =
        debts
            .multiply(BigDecimal.ONE.add(COST))
            .add(oneLotEach.multiply(BigDecimal.valueOf(facts.owed().size())))
            .add(BigDecimal.ONE);
    if (!plan.sales().isEmpty()) {
      assertThat(brought).as(world).isLessThanOrEqualTo(most);
    }
  }

  private static BigDecimal base(BigDecimal amount, Currency currency) {
    return amount.divide(PER_BASE.get(currency), 8, RoundingMode.HALF_EVEN);
  }

  /** At the worst prices and rates that were counted with. */
  private static Map<Currency, Money> carriedOut(RepairFacts facts, RepairPlan plan, String world) {
    Map<Currency, Money> cash = new HashMap<>(facts.cash());
    for (ExchangeTerms exchange : plan.exchanges()) {
      add(cash, exchange.bought());
      add(cash, exchange.soldMax().negated());
      Currency paid = exchange.soldMax().currency();
      Money left = cash.getOrDefault(paid, Money.zero(paid));
      assertThat(left.isNegative()).as(world).isFalse();
    }
    plan.sales().forEach(sale -> add(cash, sale.proceeds()));
    return cash;
  }

  private static void add(Map<Currency, Money> cash, Money money) {
    cash.merge(money.currency(), money, Money::plus);
  }

  private static RepairFacts next(RepairFacts before, Map<Currency, Money> cash) {
    return facts(new ArrayList<>(cash.values()), before.sellable());
  }

  /** The sales are done and not settled. */
  private static RepairFacts unsettled(RepairFacts before, RepairPlan plan, String world) {
    RepairPlan exchanges = new RepairPlan(plan.exchanges(), List.of(), List.of());
    RepairFacts after = next(before, carriedOut(before, plan, world));
    return new RepairFacts(
        after.owed(),
        false,
        after.cash(),
        carriedOut(before, exchanges, world),
        Map.of(),
        PER_BASE,
        COST,
        after.sellable());
  }

  private static RepairFacts randomFacts(Random random) {
    List<Money> cash = new ArrayList<>();
    for (Currency currency : new TreeSet<>(PER_BASE.keySet())) {
      if (random.nextInt(4) > 0) {
        cash.add(Money.of(BigDecimal.valueOf(random.nextLong(-60_000, 90_000), 2), currency));
      }
    }
    List<Sellable> sellable = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      Currency currency = List.of(Currency.EUR, Currency.USD, Currency.GBP).get(random.nextInt(3));
      Money perLot = Money.of(BigDecimal.valueOf(random.nextLong(100, 50_000), 2), currency);
      sellable.add(holding("S" + i, random.nextLong(0, 20), perLot, "1.00"));
    }
    return facts(cash, sellable);
  }
}
