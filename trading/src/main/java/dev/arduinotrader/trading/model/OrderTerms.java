package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.trading.OrderLeg.LegKind;
import java.math.BigDecimal;

/** What an order asks of the broker. Every order carries the worst that it accepts. */
public sealed interface OrderTerms {
  LegKind kind();

  /** What is to be executed: units of the security, or the amount to be bought. */
  BigDecimal ordered();

  /** For people, such as {@code BUY 10 AAPL up to 179.83 USD}. */
  String description();

  /**
   * Buy or sell a security.
   *
   * @param symbol for people
   * @param limit buy at most, sell at least for this
   */
  record SecurityTerms(Isin isin, String symbol, Side side, Quantity quantity, Price limit)
      implements OrderTerms {
    @Override
    public LegKind kind() {
      return LegKind.SECURITY;
    }

    @Override
    public BigDecimal ordered() {
      return quantity.value();
    }

    @Override
    public String description() {
      return "%s %s %s %s %s"
          .formatted(side, quantity, symbol, side == Side.BUY ? "up to" : "down to", limit);
    }
  }

  /**
   * Buy an exact amount of one currency with another.
   *
   * @param bought above zero
   * @param soldMax above zero, in another currency: the most that it may cost
   */
  record ExchangeTerms(Money bought, Money soldMax) implements OrderTerms {
    @Override
    public LegKind kind() {
      return LegKind.EXCHANGE;
    }

    @Override
    public BigDecimal ordered() {
      return bought.amount();
    }

    @Override
    public String description() {
      return "buy %s for at most %s".formatted(bought, soldMax);
    }
  }
}
