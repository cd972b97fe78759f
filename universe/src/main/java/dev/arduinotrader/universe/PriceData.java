package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;

/** The part of the universe that knows bars, where they are from and what happened to shares. */
public interface PriceData {
  /**
   * The daily bars of one security between two dates, a page at a time; NOT_FOUND when there is
   * none known at the decision time.
   */
  Result<MarketData> getMarketData(CallContext context, MarketDataRequest request);

  /**
   * Dividends, splits, spin-offs and mergers known at the decision time, by ex-date, ISIN and kind.
   * A security whose trading prices are TOTAL_RETURN has none: they are in its prices already.
   */
  Result<ActionPage> listCorporateActions(CallContext context, ActionQuery query);

  /**
   * Notes what a source says about a corporate action. Idempotent by command id. Refused: NOT_FOUND
   * for a security that is not stored, ACTION_IN_PRICES.
   */
  Result<Done> announceAction(CallContext context, AnnounceAction command);

  /** The owner's order of sources, and the sources that there are. */
  Result<SourceOrder> getSourceOrder(CallContext context);

  /** Sets the owner's order of sources, from the next read on. Idempotent by command id. */
  Result<SourceOrder> orderSources(CallContext context, OrderSources command);
}
