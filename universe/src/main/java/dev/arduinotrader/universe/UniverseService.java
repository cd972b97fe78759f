package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.TraderService;

/**
 * Facts about securities, prices and exchange rates, shared by all accounts.
 *
 * <p>Every read is point in time: nothing that became known after the context's decision time is
 * returned. A bar is known at its session's close, an ECB rate at 16:00 Central European time.
 */
public interface UniverseService
    extends TraderService, SecurityDirectory, PriceData, FundamentalData, SourceControl {
  /** All securities, in the order of their ISIN, a page at a time. */
  Result<SecurityPage> getUniverse(CallContext context, UniverseQuery query);

  /** One security; NOT_FOUND when there is none of this ISIN. */
  Result<Security> getSecurity(CallContext context, Isin isin);

  /** Adds or corrects one security's facts. Idempotent by command id. */
  Result<Security> addSecurity(CallContext context, AddSecurity command);

  /**
   * Imports price files from a path on this service's device: wide CSV (plain or gz) with
   * securities.csv beside it, OHLCV CSV, or the ECB's zipped history; of a folder, all folders in
   * it. Files that cannot be read as prices are refused, naming every fault with its line, and
   * nothing is stored; prices that are wrong are findings, see {@link #listFindings}.
   */
  Result<ImportReport> importPrices(
      CallContext context, ImportRequest request, ProgressSink<ImportProgress> progress);

  /**
   * Brings every security of a living source up to the decision time. Two at once are one.
   *
   * <p>Each security comes from the first source in the owner's order that has it; the failure of
   * one stops no other and is named in the report. Ends a little before the deadline with what was
   * reached; the next sync goes on from there.
   */
  Result<SyncReport> syncPrices(
      CallContext context, SyncRequest request, ProgressSink<SyncProgress> progress);

  /**
   * Sends the closes of each security, in the order asked for; a security without any usable price
   * is named in the summary with the reason, never sent empty.
   */
  Result<HistorySummary> getPriceHistories(
      CallContext context, HistoryRequest request, ProgressSink<SecurityHistory> histories);

  /** The latest quotes at the decision time, or the first ones after an instant. */
  Result<Quotes> getQuotes(CallContext context, QuoteRequest request);

  /**
   * Exchange rates at the decision time, or the first ones after an instant; crosses via EUR. Rates
   * whose source has fallen silent are named as stale: no money decision may use them.
   */
  Result<FxRates> getFxRates(CallContext context, FxRequest request);

  /**
   * Daily rates of a pair by date, a page at a time; crosses via EUR. NOT_FOUND when a currency has
   * none at all.
   */
  Result<FxHistoryPage> getFxHistory(CallContext context, FxHistoryRequest request);

  /** Whether exchanges trade at the decision time, and when that next changes. */
  Result<MarketStatuses> getMarketStatus(CallContext context, MarketStatusRequest request);

  /**
   * Sessions and holidays of an exchange, a page at a time; days outside its calendar are named as
   * unknown. NOT_FOUND when no calendar is known of the exchange.
   */
  Result<CalendarPage> getCalendar(CallContext context, CalendarRequest request);

  /**
   * What the last import or sync of each series found wrong, a page at a time. About the sources,
   * not about the market: all of it is answered at any decision time.
   */
  Result<FindingPage> listFindings(CallContext context, FindingQuery query);
}
