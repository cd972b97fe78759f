package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.trading.OrderLeg.LegKind;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import java.math.BigDecimal;
import java.util.Objects;

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
   * @param limit buy at most, sell at least for this; of a market order the worst that its
   *     reservation counts with, which the broker is not told
   * @param type LIMIT when none is given
   * @param timeInForce GTC when none is given
   */
  record SecurityTerms(
      Isin isin,
      String symbol,
      Side side,
      Quantity quantity,
      Price limit,
      OrderType type,
      TimeInForce timeInForce)
      implements OrderTerms {
    public SecurityTerms {
      // Orders stored by earlier versions have neither.
      type = Objects.requireNonNullElse(type, OrderType.LIMIT);
      timeInForce = Objects.requireNonNullElse(timeInForce, TimeInForce.GTC);
    }

    /** A limit order that stands until it is cancelled. */
    public SecurityTerms(Isin isin, String symbol, Side side, Quantity quantity, Price limit) {
      this(isin, symbol, side, quantity, limit, OrderType.LIMIT, TimeInForce.GTC);
    }

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
      String bound = side == Side.BUY ? "up to" : "down to";
      String price = type == OrderType.MARKET ? "at the market, reckoned " + bound : bound;
      String time = timeInForce == TimeInForce.GTC ? "" : ", " + timeInForce;
      return "%s %s %s %s %s%s".formatted(side, quantity, symbol, price, limit, time);
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
