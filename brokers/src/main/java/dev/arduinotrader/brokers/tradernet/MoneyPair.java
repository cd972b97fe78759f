package dev.arduinotrader.brokers.tradernet;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A pair of currencies of the broker's MONEY market. Its symbol is BASE/QUOTE; a purchase buys the
 * base, a sale sells it, and quantities are whole units of the base. The pairs named {@code
 * ..._T0.ITS} have no trade and say the contrary: they are never used.
 */
public record MoneyPair(Currency base, Currency quote) {
  private static final Currency HONG_KONG = Currency.of("HKD");

  /** All that are used, in the direction in which the broker has them. */
  public static final List<MoneyPair> ALL =
      List.of(
          new MoneyPair(Currency.EUR, Currency.USD),
          new MoneyPair(Currency.EUR, Currency.GBP),
          new MoneyPair(Currency.GBP, Currency.USD),
          new MoneyPair(HONG_KONG, Currency.EUR),
          new MoneyPair(HONG_KONG, Currency.USD));

  /** The pair that exchanges these two; empty when there is none, as for GBP and HKD. */
  public static Optional<MoneyPair> between(Currency sold, Currency bought) {
    return ALL.stream()
        .filter(
            pair ->
                (pair.base.equals(sold) && pair.quote.equals(bought))
                    || (pair.base.equals(bought) && pair.quote.equals(sold)))
        .findFirst();
  }

  /** The pair of a symbol; empty for the symbol of a security. */
  public static Optional<MoneyPair> ofSymbol(String symbol) {
    return ALL.stream().filter(pair -> pair.symbol().equals(symbol)).findFirst();
  }

  /** As the broker calls it, such as EUR/USD. */
  public String symbol() {
    return base + "/" + quote;
  }

  /** BUY when the base is what is wanted, SELL when it is what is given. */
  public Side sideToBuy(Currency bought) {
    if (!bought.equals(base) && !bought.equals(quote)) {
      throw new IllegalArgumentException(
          "expected a currency of " + symbol() + ", found " + bought);
    }
    return bought.equals(base) ? Side.BUY : Side.SELL;
  }
}
