package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import java.time.Duration;
import java.time.Instant;

/** Broker movements for tests: number n happens n hours into 2 January 2023 and is called m-n. */
public final class MovementsOf {
  public static final Isin APPLE = Isin.of("US0378331005");
  public static final Isin BP = Isin.of("GB0007980591");

  private static final Instant START = Instant.parse("2023-01-02T00:00:00Z");

  private MovementsOf() {}

  public static Instant at(long number) {
    return START.plus(Duration.ofHours(number));
  }

  public static Money money(String amount, String currency) {
    return Money.of(amount, Currency.of(currency));
  }

  public static BrokerMovement deposit(long number, String amount, String currency) {
    return flow(number, CashFlowKind.DEPOSIT, amount, currency);
  }

  public static BrokerMovement flow(
      long number, CashFlowKind kind, String amount, String currency) {
    return new BrokerMovement.CashFlow(
        number, "m-" + number, at(number), kind, money(amount, currency), "");
  }

  /** A purchase in the currency of the quote unit, with a commission in it. */
  public static BrokerMovement buy(
      long number, Isin isin, String quantity, String price, String unit, String commission) {
    return execution(number, Side.BUY, isin, quantity, price, unit, commission);
  }

  /** As {@link #buy}, the other way. */
  public static BrokerMovement sell(
      long number, Isin isin, String quantity, String price, String unit, String commission) {
    return execution(number, Side.SELL, isin, quantity, price, unit, commission);
  }

  public static BrokerMovement.Execution execution(
      long number,
      Side side,
      Isin isin,
      String quantity,
      String price,
      String unit,
      String commission) {
    Price each = Price.of(price, QuoteUnit.of(unit));
    Quantity units = Quantity.of(quantity);
    return new BrokerMovement.Execution(
        number,
        "m-" + number,
        at(number),
        ClientOrderId.of("order-" + number),
        isin,
        side,
        units,
        each,
        each.times(units),
        Money.of(commission, each.currency()));
  }

  public static BrokerMovement exchange(long number, Money sold, Money bought, Money commission) {
    return new BrokerMovement.Exchange(
        number,
        "m-" + number,
        at(number),
        ClientOrderId.of("order-" + number),
        sold,
        bought,
        commission);
  }
}
