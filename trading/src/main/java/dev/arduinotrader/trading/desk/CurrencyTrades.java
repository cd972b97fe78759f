package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.model.GateFacts;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import java.math.MathContext;

/**
 * An exchange of currencies as a wish to trade: its pair has a private code, which no security of
 * the universe has.
 */
final class CurrencyTrades {
  private CurrencyTrades() {}

  static TradeCommand command(CommandId id, ExchangeTerms terms, String reason) {
    Price worst =
        new Price(
            terms.soldMax().amount().divide(terms.bought().amount(), MathContext.DECIMAL64),
            QuoteUnit.of(terms.soldMax().currency()));
    return new TradeCommand(
        id,
        Isin.privateCode("FX", symbol(terms)),
        Side.BUY,
        new Quantity(terms.bought().amount()),
        null,
        worst,
        reason,
        "",
        0);
  }

  /** Such as USD/EUR for dollars bought with euros; empty for a trade in a security. */
  static String symbol(GateFacts.Turn turn) {
    return turn instanceof GateFacts.Turn.Exchanging(ExchangeTerms terms) ? symbol(terms) : "";
  }

  private static String symbol(ExchangeTerms terms) {
    return terms.bought().currency() + "/" + terms.soldMax().currency();
  }
}
