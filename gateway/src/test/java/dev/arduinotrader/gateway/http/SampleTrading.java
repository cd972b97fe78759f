package dev.arduinotrader.gateway.http;

import dev.arduinotrader.gateway.SampleFund;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.trading.OrderLeg;
import dev.arduinotrader.trading.OrderLeg.Fill;
import dev.arduinotrader.trading.OrderLeg.LegKind;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sample trades: waiting, filled with an exchange of currencies, denied, and of unknown outcome.
 */
final class SampleTrading {
  private SampleTrading() {}

  static List<Trade> trades(Instant now) {
    return List.of(waiting(now), exchanged(now), filled(now), denied(now), unknown(now));
  }

  private static Trade waiting(Instant now) {
    Instant at = now.minus(Duration.ofMinutes(24));
    return trade(
        5,
        at,
        SampleFund.HALE,
        "HALE",
        Side.BUY,
        7,
        usd("172.07"),
        OrderState.ACCEPTED,
        "",
        "",
        "HALE has a score of 0.71 and is 3.5 points under its target of 25.7 %.",
        List.of(
            security(
                1,
                "BUY 7 HALE",
                OrderState.ACCEPTED,
                0,
                null,
                money("1204.37", "USD"),
                at,
                List.of())));
  }

  private static Trade exchanged(Instant now) {
    Instant at = now.minus(Duration.ofDays(2));
    OrderLeg exchange =
        new OrderLeg(
            1,
            LegKind.EXCHANGE,
            "EUR to GBP",
            ClientOrderId.of("at-1003-1"),
            1003,
            "P-77",
            OrderState.FILLED,
            Quantity.ZERO,
            null,
            null,
            at,
            List.of(new Fill("x-1", at, "3100.00 EUR for 2687.12 GBP", Money.zero(Currency.EUR))));
    OrderLeg security =
        security(
            2,
            "BUY 320 THMS",
            OrderState.FILLED,
            320,
            Price.of("809.15", QuoteUnit.of("GBX")),
            null,
            at,
            List.of(
                new Fill("e-1", at, "200 at 809.0 GBX", money("3.48", "GBP")),
                new Fill("e-2", at, "120 at 809.4 GBX", money("1.94", "GBP"))));
    return trade(
        4,
        at,
        SampleFund.THMS,
        "THMS",
        Side.BUY,
        320,
        Price.of("816.5", QuoteUnit.of("GBX")),
        OrderState.FILLED,
        "",
        "",
        "THMS is 9.9 points under its target of 20.3 %.",
        List.of(exchange, security));
  }

  private static Trade filled(Instant now) {
    Instant at = now.minus(Duration.ofDays(9));
    return trade(
        3,
        at,
        SampleFund.NORD,
        "NORD",
        Side.SELL,
        20,
        Price.of("36.8", QuoteUnit.of("EUR")),
        OrderState.FILLED,
        "",
        "",
        "NORD is 2.1 points over its target of 15.2 %.",
        List.of(
            security(
                1,
                "SELL 20 NORD",
                OrderState.FILLED,
                20,
                Price.of("36.94", QuoteUnit.of("EUR")),
                null,
                at,
                List.of(new Fill("e-3", at, "20 at 36.94 EUR", money("3.48", "EUR"))))));
  }

  private static Trade denied(Instant now) {
    return trade(
        2,
        now.minus(Duration.ofDays(10)),
        SampleFund.KIRI,
        "KIRI",
        Side.BUY,
        400,
        usd("89.5"),
        OrderState.DENIED,
        "CASH_TOO_LOW",
        "expected at least 35871.60 USD available in USD, found 3310.55 USD",
        "by hand",
        List.of());
  }

  private static Trade unknown(Instant now) {
    Instant at = now.minus(Duration.ofDays(11));
    return trade(
        1,
        at,
        SampleFund.ALBA,
        "ALBA",
        Side.BUY,
        50,
        Price.of("18.3", QuoteUnit.of("EUR")),
        OrderState.UNKNOWN,
        "",
        "the broker did not answer within 10 s; ALBA is blocked until it is known",
        "ALBA is 3.1 points under its target of 22.8 %.",
        List.of(
            security(
                1,
                "BUY 50 ALBA",
                OrderState.UNKNOWN,
                0,
                null,
                money("918.83", "EUR"),
                at,
                List.of())));
  }

  private static Trade trade(
      int number,
      Instant at,
      Isin isin,
      String symbol,
      Side side,
      long quantity,
      Price limit,
      OrderState state,
      String denialCode,
      String message,
      String reason,
      List<OrderLeg> legs) {
    return new Trade(
        "trade-" + number,
        AccountId.of("paper-1"),
        CommandId.of("cmd-" + number),
        isin,
        symbol,
        side,
        Quantity.of(quantity),
        limit,
        state,
        denialCode,
        message,
        reason,
        "9f2ab41c77de0351",
        1,
        at,
        at,
        legs);
  }

  private static OrderLeg security(
      int number,
      String description,
      OrderState state,
      long filled,
      @Nullable Price average,
      @Nullable Money reserved,
      Instant at,
      List<Fill> fills) {
    return new OrderLeg(
        number,
        LegKind.SECURITY,
        description,
        ClientOrderId.of("at-" + description.replace(' ', '-')),
        number,
        "P-" + number,
        state,
        Quantity.of(filled),
        average,
        reserved,
        at,
        fills);
  }

  private static Price usd(String value) {
    return Price.of(value, QuoteUnit.of("USD"));
  }

  private static Money money(String amount, String currency) {
    return Money.of(amount, Currency.of(currency));
  }
}
