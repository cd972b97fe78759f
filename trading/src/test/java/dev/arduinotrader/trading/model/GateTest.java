package dev.arduinotrader.trading.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.TradeValidation.Finding;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.Security;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GateTest {
  @Test
  void letsPassWhatNothingStandsAgainst() {
    assertThat(new Facts().verdict().findings()).isEmpty();
  }

  @Test
  void takesADecisionThatIsTwoSecondsAheadOrAnyTimeBack() {
    Facts facts = new Facts();
    facts.decidedAt = Facts.NOW.plusSeconds(2);
    assertThat(facts.verdict().findings()).isEmpty();
    facts.decidedAt = Facts.NOW.minusSeconds(3_600);
    assertThat(facts.verdict().findings()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> eachCheckSpeaksWhenItsFactIsSpoiled() {
    return Stream.of(
        violation("MODE", f -> f.switches = new Switches(Mode.RESEARCH, false, "", false, false)),
        violation("HALTED", f -> f.switches = new Switches(Mode.PAPER, true, "why", false, false)),
        violation("HALT_FILE", f -> f.switches = new Switches(Mode.PAPER, false, "", true, false)),
        violation(
            "RECONCILE_FIRST",
            f -> f.switches = new Switches(Mode.PAPER, false, "", false, false, true, "")),
        violation("EPOCH_OLD", f -> f.switches = new Switches(Mode.PAPER, false, "", false, true)),
        violation("CLOCK", f -> f.decidedAt = Facts.NOW.plusMillis(2_001)),
        violation("BOOKS_BEHIND", f -> f.booked = Result.success(6L)),
        violation("BOOKS_BEHIND", f -> f.booked = Result.success(8L)),
        violation("PORTFOLIO_UNREACHABLE", f -> f.booked = away()),
        violation("PORTFOLIO_UNREACHABLE", f -> f.policy = away()),
        violation("PORTFOLIO_UNREACHABLE", f -> f.settledAnswer = away()),
        violation("UNIVERSE_UNREACHABLE", f -> f.security = away()),
        violation("UNIVERSE_UNREACHABLE", f -> f.quote = away()),
        violation("UNIVERSE_UNREACHABLE", f -> f.rate = away()),
        violation("SECURITY_UNKNOWN", f -> f.security = notFound()),
        violation(
            "NOT_TRADABLE", f -> f.security = Result.success(Facts.security("USD", null, false))),
        violation("NOT_ALLOWED", f -> f.policy = wishing(false, true, true)),
        violation("NOT_ALLOWED", f -> f.policy = wishing(true, true, false)),
        violation("QUANTITY", f -> f.quantity = Quantity.ZERO),
        violation("QUANTITY", f -> f.quantity = Quantity.of(-1)),
        violation("LOT", f -> f.security = Result.success(inLotsOf("3"))),
        violation("PRICE_UNIT", f -> f.limit = Price.of("100", QuoteUnit.of("GBX"))),
        violation("PRICE_MISSING", f -> f.quote = notFound()),
        violation(
            "PRICE_OLD",
            f -> f.quote = Result.success(Facts.quote("100", Facts.NOW.minus(Duration.ofDays(5))))),
        violation("PRICE_MOVED", f -> f.estimated = Facts.usd("89")),
        violation("RATE_MISSING", f -> f.rate = notFound()),
        violation(
            "RATE_OLD",
            f -> f.rate = Result.success(Facts.rate("1.25", Facts.NOW.minus(Duration.ofDays(5))))),
        violation("RATE_OLD", f -> f.rate = GateCheck.RATE_OLD.failure("three fixings missed")),
        violation("MARKET_UNKNOWN", f -> f.quote = GateCheck.MARKET_UNKNOWN.failure("2031")),
        violation("OPEN_ORDER", f -> f.others = List.of(order(Side.BUY, OrderState.UNKNOWN))),
        violation("CASH", f -> f.settled.put(Currency.EUR, Facts.eur("700.00"))),
        violation("CASH", f -> f.settled.clear()),
        violation("ORDER_VALUE", f -> f.quantity = Quantity.of(251)));
  }

  @TestFactory
  Stream<DynamicTest> eachCheckOfASaleSpeaksWhenItsFactIsSpoiled() {
    return Stream.of(
        sale("", f -> {}),
        sale("HELD_QUANTITY", f -> f.held = Result.success(Quantity.of(9))),
        sale("PORTFOLIO_UNREACHABLE", f -> f.held = away()),
        sale("NOT_ALLOWED", f -> f.policy = wishing(true, false, true)),
        sale(
            "CASH",
            f -> {
              f.quantity = Quantity.of(1);
              f.held = Result.success(Quantity.of(1));
              f.estimated = Facts.usd("1");
              f.quote = Result.success(Facts.quote("1", Facts.NOW));
            }));
  }

  @Test
  void aMarketOrderMustAffordTheWholeDistanceThatThePriceMayRunAway() {
    Facts facts = new Facts();
    facts.type = OrderType.MARKET;
    assertThat(codes(facts)).containsExactly("ORDER_TYPE");
    facts.offer =
        new BrokerOffer(
            "test", Set.of(OrderType.LIMIT, OrderType.MARKET), Set.of(TimeInForce.values()));
    facts.timeInForce = TimeInForce.IOC;
    facts.settled.put(Currency.EUR, Facts.eur("870.00"));
    TradeDraft.Leg leg = Objects.requireNonNull(facts.verdict().draft()).legs().getLast();
    SecurityTerms terms = (SecurityTerms) leg.terms();
    assertThat(terms.type()).isEqualTo(OrderType.MARKET);
    assertThat(terms.timeInForce()).isEqualTo(TimeInForce.IOC);
    assertThat(terms.limit()).isEqualTo(Facts.usd("105.0525"));
    assertThat(terms.description())
        .isEqualTo("BUY 10 AAPL at the market, reckoned up to 105.0525 USD, IOC");

    facts.settled.put(Currency.EUR, Facts.eur("830.00"));
    assertThat(codes(facts)).containsExactly("CASH");
    facts.type = OrderType.LIMIT;
    assertThat(codes(facts)).isEmpty();
    facts.type = OrderType.MARKET;
    facts.settled.put(Currency.EUR, Facts.eur("870.00"));
    facts.limit = Facts.usd("101");
    assertThat(codes(facts)).containsExactly("ORDER_TYPE");
  }

  @Test
  void whileOnlySalesLeaveAPurchaseIsRefusedAndASaleIsNot() {
    Facts facts = new Facts();
    facts.switches = new Switches(Mode.PAPER, false, "", false, false, false, "an unknown order");
    assertThat(codes(facts)).containsExactly("REDUCE_ONLY");
    facts.side = Side.SELL;
    assertThat(codes(facts)).isEmpty();
  }

  @Test
  void whatPendingSalesPromiseIsNotSoldASecondTime() {
    Facts facts = new Facts();
    facts.side = Side.SELL;
    facts.held = Result.success(Quantity.of(15));
    facts.others = List.of(order(Side.SELL, OrderState.ACCEPTED));
    assertThat(codes(facts)).containsExactly("OPEN_ORDER", "HELD_QUANTITY");
  }

  @Test
  void everythingThatStandsAgainstATradeIsSaidAtOnce() {
    Facts facts = new Facts();
    facts.switches = new Switches(Mode.RESEARCH, true, "why", true, false);
    facts.booked = Result.success(3L);
    facts.settled.clear();
    assertThat(codes(facts)).containsExactly("MODE", "HALTED", "HALT_FILE", "BOOKS_BEHIND", "CASH");
  }

  @Test
  void whatOpenOrdersReserveCannotBeSpentAgain() {
    Facts facts = new Facts();
    facts.settled.put(Currency.EUR, Facts.eur("1000.00"));
    assertThat(codes(facts)).isEmpty();
    Order other = order(Side.BUY, OrderState.ACCEPTED).reserving(Facts.eur("300.00"));
    facts.others = List.of(elsewhere(other));
    assertThat(codes(facts)).containsExactly("CASH");
  }

  @Test
  void everyReasonSaysWhatItMeans() {
    assertThat(GateCheck.values())
        .allSatisfy(check -> assertThat(check.meaning()).endsWith(".").hasSizeGreaterThan(20));
  }

  private static DynamicTest violation(String code, Consumer<Facts> spoil) {
    return DynamicTest.dynamicTest(code, () -> assertFinding(new Facts(), code, spoil));
  }

  private static DynamicTest sale(String code, Consumer<Facts> spoil) {
    Facts facts = new Facts();
    facts.side = Side.SELL;
    return DynamicTest.dynamicTest("sale " + code, () -> assertFinding(facts, code, spoil));
  }

  private static void assertFinding(Facts facts, String code, Consumer<Facts> spoil) {
    spoil.accept(facts);
    assertThat(codes(facts)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  private static List<String> codes(Facts facts) {
    return facts.verdict().findings().stream().map(Finding::code).toList();
  }

  private static Result<dev.arduinotrader.portfolio.InvestmentPolicy> wishing(
      boolean buy, boolean sell, boolean managed) {
    return Result.success(
        Facts.policy(
            List.of(new SecurityWish(Facts.APPLE, buy, sell, managed, 1.0, null, null, ""))));
  }

  private static Security inLotsOf(String lot) {
    Security s = Facts.security("USD", null, true);
    return new Security(
        s.isin(),
        s.symbol(),
        s.name(),
        s.productType(),
        s.country(),
        s.industry(),
        s.exchange(),
        s.quoteUnit(),
        Lot.of(lot),
        s.tick(),
        s.tradable(),
        s.simulated());
  }

  private static Order order(Side side, OrderState state) {
    SecurityTerms terms =
        new SecurityTerms(Facts.APPLE, "AAPL", side, Quantity.of(10), Facts.usd("100"));
    OrderName name = new OrderName("trade-1", 1, ClientOrderId.of("order-1"), 1);
    @Nullable Money costMax = side == Side.BUY ? Facts.eur("1000.00") : null;
    return new Order(name, terms, costMax, OrderProgress.intended(null, Facts.NOW))
        .moved(state, BigDecimal.ZERO, Facts.NOW, "")
        .reserving(null);
  }

  /** The same order in another security. */
  private static Order elsewhere(Order order) {
    SecurityTerms terms =
        new SecurityTerms(
            dev.arduinotrader.kernel.market.Isin.of("US5949181045"),
            "MSFT",
            Side.BUY,
            Quantity.of(1),
            Facts.usd("100"));
    return order.passed(terms, order.costMax());
  }

  private static <T> Result<T> away() {
    return CommonReason.UNAVAILABLE.failure("told to be away");
  }

  private static <T> Result<T> notFound() {
    return CommonReason.NOT_FOUND.failure("told to know nothing");
  }
}
