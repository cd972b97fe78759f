package dev.arduinotrader.trading.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.TradeDates;
import dev.arduinotrader.trading.TradeValidation.Finding;
import dev.arduinotrader.universe.BestOrders;
import dev.arduinotrader.universe.BuyRule;
import dev.arduinotrader.universe.MarketPhase;
import dev.arduinotrader.universe.MarketStatus;
import dev.arduinotrader.universe.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The checks of time, number and value; 10 shares are worth 800.00 EUR. */
class GuardsTest {
  private static final PastTrade SAME_STEP =
      new PastTrade(
          "trade-8", Facts.NOW.minusSeconds(60), Result.success(Facts.eur("800.00")), "h", 1, true);

  @TestFactory
  Stream<DynamicTest> eachGuardSpeaksWhenItsFactIsSpoiled() {
    return Stream.of(
        buys("MARKET_CLOSED", f -> f.market = closed(MarketPhase.CLOSED, BuyRule.STRICT)),
        buys("MARKET_CLOSED", f -> f.market = closed(MarketPhase.LUNCH_BREAK, BuyRule.STRICT)),
        buys("", f -> f.market = closed(MarketPhase.CLOSED, BuyRule.FLEXIBLE)),
        sells("MARKET_CLOSED", f -> f.market = closed(MarketPhase.CLOSED, BuyRule.FLEXIBLE)),
        sells("MARKET_CLOSED", f -> f.market = closed(MarketPhase.LUNCH_BREAK, BuyRule.FLEXIBLE)),
        buys("TICK", GuardsTest::offTick),
        buys("PRICE_BAND", f -> f.reference = Result.success(Facts.usd("10"))),
        buys("", f -> f.reference = Result.success(Facts.usd("10.01"))),
        buys("PRICE_BAND", f -> f.reference = Result.success(Facts.usd("1000"))),
        buys("PRICE_BAND", f -> f.reference = CommonReason.NOT_FOUND.failure("no closes")),
        buys("UNIVERSE_UNREACHABLE", f -> f.reference = CommonReason.UNAVAILABLE.failure("away")),
        buys("", f -> f.quote = orders("99", "101")),
        buys("SPREAD", f -> f.quote = orders("99", "101.01")),
        buys("SPREAD", f -> f.quote = orders("100.01", "100")),
        buys("SPREAD", f -> f.quote = orders(null, "101")),
        sells("SPREAD", f -> f.quote = orders("100", null)),
        buys("BUY_COOLDOWN", f -> f.dates = boughtAgo(Duration.ofHours(23))),
        buys("", f -> f.dates = boughtAgo(Duration.ofHours(24))),
        buys("", f -> f.dates = soldAgo(Duration.ofMinutes(1))),
        sells("SELL_COOLDOWN", f -> f.dates = soldAgo(Duration.ofHours(23))),
        sells("", f -> f.dates = soldAgo(Duration.ofHours(24))),
        sells("HOLD_MINIMUM", f -> f.dates = boughtAgo(Duration.ofHours(23))),
        buys("PORTFOLIO_UNREACHABLE", f -> f.dates = CommonReason.UNAVAILABLE.failure("away")),
        buys("FREQUENCY", f -> f.past = trades(10, Duration.ofMinutes(59))),
        buys("", f -> f.past = trades(10, Duration.ofMinutes(60))),
        buys("FREQUENCY", f -> f.past = trades(20, Duration.ofHours(23))),
        buys("FREQUENCY", f -> f.past = trades(40, Duration.ofHours(167))),
        buys("", f -> f.past = List.of(Facts.past(Duration.ofHours(1), "59200.00"))),
        buys("TURNOVER", f -> f.past = List.of(Facts.past(Duration.ofHours(1), "59200.01"))),
        buys("", f -> f.past = List.of(Facts.past(Duration.ofHours(24), "59200.01"))),
        buys("PORTFOLIO_UNREACHABLE", f -> f.worth = CommonReason.UNAVAILABLE.failure("away")),
        buys("", f -> f.worth = Result.success(Facts.worth("28000.01"))),
        buys("DAY_LOSS", f -> f.worth = Result.success(Facts.worth("28000.00"))),
        buys("DAY_LOSS", f -> f.worth = Result.success(Facts.worth(null))),
        sells("", f -> f.worth = Result.success(Facts.worth("29200.01"))),
        sells("DAY_LOSS", f -> f.worth = Result.success(Facts.worth("29200.00"))),
        buys("", f -> plan(f, Duration.ofHours(1))),
        buys("PLAN_OLD", f -> plan(f, Duration.ofMinutes(61))),
        buys("PLAN_DONE", f -> planDone(f)),
        buys("MINIMUM_TICKET", f -> f.quantity = Quantity.of(2)),
        sells("MINIMUM_TICKET", f -> f.quantity = Quantity.of(2)),
        sells("", GuardsTest::sellTheRest));
  }

  @Test
  void saysWhenItWouldPass() {
    Facts facts = new Facts();
    facts.dates = boughtAgo(Duration.ofHours(1));
    assertThat(facts.verdict().findings().getFirst().message())
        .contains("It would pass from 2026-03-05T14:00:00Z on");
    facts.dates = Result.success(TradeDates.NONE);
    facts.past = trades(10, Duration.ofMinutes(20));
    assertThat(facts.verdict().findings().getFirst().message())
        .contains("at most 10 trades within 60 minutes, found 10")
        .contains("It would pass from 2026-03-04T15:40:00Z on");
  }

  private static Result<Quote> orders(@Nullable String bid, @Nullable String ask) {
    Quote quote = Facts.quote("100", Facts.NOW);
    BestOrders around =
        new BestOrders(
            bid == null ? null : new BigDecimal(bid), ask == null ? null : new BigDecimal(ask));
    return Result.success(
        new Quote(quote.isin(), quote.price(), quote.at(), quote.basis(), quote.source(), around));
  }

  private static DynamicTest buys(String code, Consumer<Facts> spoil) {
    return test(Side.BUY, code, spoil);
  }

  private static DynamicTest sells(String code, Consumer<Facts> spoil) {
    return test(Side.SELL, code, spoil);
  }

  private static DynamicTest test(Side side, String code, Consumer<Facts> spoil) {
    return DynamicTest.dynamicTest(
        side + " " + code,
        () -> {
          Facts facts = new Facts();
          facts.side = side;
          spoil.accept(facts);
          assertThat(facts.verdict().findings().stream().map(Finding::code).distinct())
              .containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
        });
  }

  private static void offTick(Facts facts) {
    facts.security = Result.success(Facts.security("USD", "0.05", true));
    facts.limit = Facts.usd("100.07");
  }

  private static void plan(Facts facts, Duration age) {
    facts.planHash = "h";
    facts.decidedAt = Facts.NOW.minus(age);
  }

  private static void planDone(Facts facts) {
    facts.planHash = "h";
    facts.past = List.of(SAME_STEP);
  }

  private static void sellTheRest(Facts facts) {
    facts.quantity = Quantity.of(2);
    facts.held = Result.success(Quantity.of(2));
  }

  private static Result<MarketStatus> closed(MarketPhase phase, BuyRule rule) {
    return Result.success(Facts.market(phase, rule));
  }

  private static Result<TradeDates> boughtAgo(Duration ago) {
    Instant at = Facts.NOW.minus(ago);
    return Result.success(new TradeDates(at, null));
  }

  private static Result<TradeDates> soldAgo(Duration ago) {
    Instant at = Facts.NOW.minus(ago);
    return Result.success(new TradeDates(null, at));
  }

  private static List<PastTrade> trades(int count, Duration ago) {
    return Collections.nCopies(count, Facts.past(ago, "1.00"));
  }
}
