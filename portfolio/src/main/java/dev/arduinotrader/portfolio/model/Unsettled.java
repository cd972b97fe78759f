package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Money of trades that are done and not yet settled; exchanges and commissions settle at once. */
final class Unsettled {
  private final SortedMap<Currency, Money> coming = new TreeMap<>();
  private final SortedMap<Currency, Money> going = new TreeMap<>();

  private Unsettled() {}

  static Unsettled of(Books books, Market market, Instant now) {
    Unsettled unsettled = new Unsettled();
    for (BrokerMovement.Execution trade : books.latestTrades()) {
      String exchange = market.security(trade.isin()).map(SnapshotSecurity::exchange).orElse("");
      if (Settlement.settledAt(exchange, trade.at()).isAfter(now)) {
        (trade.side() == Side.SELL ? unsettled.coming : unsettled.going)
            .merge(trade.gross().currency(), trade.gross(), Money::plus);
      }
    }
    return unsettled;
  }

  /** What sales will bring; not negative. */
  Money coming(Currency currency) {
    return coming.getOrDefault(currency, Money.zero(currency));
  }

  /** What purchases will take; not negative. */
  Money going(Currency currency) {
    return going.getOrDefault(currency, Money.zero(currency));
  }
}
