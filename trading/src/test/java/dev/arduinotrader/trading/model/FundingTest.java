package dev.arduinotrader.trading.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.trading.model.TradeDraft.Leg;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FundingTest {
  @Test
  void buysWhatIsMissingInTheSecuritysCurrencyFirst() {
    List<Leg> legs = draft(new Facts()).legs();
    // Limit 100 x 1.0005 x 1.05 = 105.0525; 10 of them 1,050.53; fees 0.2 % = 2.11 and 2.50 x 1.01
    // x 1.01.
    Money cost = Facts.dollars("1055.20");
    assertThat(legs).hasSize(2);
    assertThat(legs.get(0).terms()).isInstanceOf(ExchangeTerms.class);
    ExchangeTerms exchange = (ExchangeTerms) legs.get(0).terms();
    assertThat(exchange.bought()).isEqualTo(Facts.dollars("1056.00"));
    assertThat(exchange.soldMax()).isEqualTo(Facts.eur("853.42")); // 844.80 x 1.0102
    assertThat(legs.get(1).costMax()).isEqualTo(cost);
    assertThat(legs.get(1).reserved()).isEqualTo(Facts.dollars("0.00"));
    assertThat(((SecurityTerms) legs.get(1).terms()).limit()).isEqualTo(Facts.usd("105.0525"));
  }

  @Test
  void usesTheMoneyThatIsThereAlready() {
    Facts facts = new Facts();
    facts.settled.put(Currency.USD, Facts.dollars("1000.50"));
    List<Leg> legs = draft(facts).legs();
    assertThat(((ExchangeTerms) legs.get(0).terms()).bought()).isEqualTo(Facts.dollars("55.00"));
    assertThat(legs.get(1).reserved()).isEqualTo(Facts.dollars("1000.20"));
  }

  @Test
  void needsNoExchangeWhenThereIsEnough() {
    Facts facts = new Facts();
    facts.settled.put(Currency.USD, Facts.dollars("2000.00"));
    List<Leg> legs = draft(facts).legs();
    assertThat(legs).hasSize(1);
    assertThat(legs.getFirst().reserved()).isEqualTo(Facts.dollars("1055.20"));
  }

  @Test
  void staysBelowThePriceThatTheCashAffords() {
    Facts facts = new Facts();
    facts.turn = new GateFacts.Turn.AfterExchange(Facts.dollars("1055.20"));
    facts.settled.put(Currency.USD, Facts.dollars("1010.00"));
    Leg leg = draft(facts).legs().getFirst();
    assertThat(((SecurityTerms) leg.terms()).limit()).isEqualTo(Facts.usd("100.54391"));
    assertThat(Objects.requireNonNull(leg.costMax()).isGreaterThan(Facts.dollars("1010.00")))
        .isFalse();
  }

  @Test
  void exchangesNothingASecondTime() {
    Facts facts = new Facts();
    facts.turn = new GateFacts.Turn.AfterExchange(Facts.dollars("1055.20"));
    facts.settled.put(Currency.USD, Facts.dollars("900.00"));
    assertThat(facts.verdict().code()).isEqualTo("CASH");
  }

  @Test
  void keepsTheLimitThatTheOwnerSet() {
    Facts facts = new Facts();
    facts.limit = Facts.usd("99");
    SecurityTerms terms = (SecurityTerms) draft(facts).legs().getLast().terms();
    assertThat(terms.limit()).isEqualTo(Facts.usd("99"));
  }

  @Test
  void roundsTheLimitToTheTickTowardsSafety() {
    Facts facts = new Facts();
    facts.security = Result.success(Facts.security("USD", "0.01", true));
    assertThat(((SecurityTerms) draft(facts).legs().getLast().terms()).limit())
        .isEqualTo(Facts.usd("105.05"));
    facts.side = Side.SELL;
    // 100 x 0.9995 x 0.95 = 94.9525
    assertThat(((SecurityTerms) draft(facts).legs().getLast().terms()).limit())
        .isEqualTo(Facts.usd("94.96"));
  }

  @Test
  void aSaleReservesNoCash() {
    Facts facts = new Facts();
    facts.side = Side.SELL;
    Leg leg = draft(facts).legs().getFirst();
    assertThat(leg.costMax()).isNull();
    assertThat(leg.reserved()).isNull();
    assertThat(facts.verdict().estimatedCash()).isEqualTo(Facts.dollars("-994.97"));
  }

  @Test
  void repairsANegativeBalanceOfTheCurrencyWithTheSameExchange() {
    Facts facts = new Facts();
    facts.settled.put(Currency.USD, Facts.dollars("-100.00"));
    ExchangeTerms exchange = (ExchangeTerms) draft(facts).legs().getFirst().terms();
    assertThat(exchange.bought()).isEqualTo(Facts.dollars("1156.00"));
  }

  /** Whatever the numbers: what passes can be paid, to the last digit, from what is free. */
  @Test
  void neverReservesMoreThanIsFree() {
    long seed = 20_260_304L;
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      Facts facts = new Facts();
      String price = cents(random, 1, 900_00);
      facts.estimated = Facts.usd(price);
      facts.quote = Result.success(Facts.quote(price, Facts.NOW));
      facts.quantity = Quantity.of(1 + random.nextInt(40));
      facts.rate = Result.success(Facts.rate("1." + (1000 + random.nextInt(8999)), Facts.NOW));
      facts.settled.put(Currency.EUR, Facts.eur(cents(random, 0, 20_000_00)));
      facts.settled.put(Currency.USD, Facts.dollars(cents(random, -50_00, 5_000_00)));
      GateVerdict verdict = facts.verdict();
      if (verdict.passes()) {
        assertPaid(facts, Objects.requireNonNull(verdict.draft()), "seed " + seed + ", " + round);
      }
    }
  }

  private static void assertPaid(Facts facts, TradeDraft draft, String where) {
    Money cost = Objects.requireNonNull(draft.legs().getLast().costMax());
    Money euros = facts.settled.getOrDefault(Currency.EUR, Facts.eur("0.00"));
    Money free = facts.settled.getOrDefault(Currency.USD, Facts.dollars("0.00"));
    if (draft.legs().getFirst().terms() instanceof ExchangeTerms(Money bought, Money soldMax)) {
      assertThat(bought.amount().remainder(BigDecimal.ONE)).as(where).isZero();
      assertThat(soldMax.isGreaterThan(euros)).as(where).isFalse();
      free = free.plus(bought);
    }
    assertThat(cost.isGreaterThan(free)).as(where).isFalse();
    SecurityTerms terms = (SecurityTerms) draft.legs().getLast().terms();
    Price ask = Facts.usd(new BigDecimal("1.0005").multiply(facts.estimated.value()).toString());
    assertThat(terms.limit().value()).as(where).isGreaterThanOrEqualTo(ask.value());
  }

  private static String cents(Random random, int from, int to) {
    return BigDecimal.valueOf(from + random.nextInt(to - from), 2).toPlainString();
  }

  private static TradeDraft draft(Facts facts) {
    GateVerdict verdict = facts.verdict();
    assertThat(verdict.findings()).isEmpty();
    return Objects.requireNonNull(verdict.draft());
  }
}
