package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;

/** The part of the universe that knows dated facts from balance sheets and analysts. */
public interface FundamentalData {
  /**
   * Imports a CSV file, whole or not at all; IMPORT_REFUSED names every fault. Blank cells stay
   * absent. Rows of securities that the universe does not hold are named, not stored. Idempotent by
   * command id.
   */
  Result<FundamentalsReport> importFundamentals(CallContext context, ImportFundamentals command);

  /**
   * Brings the facts of every security up to the decision time, once a day, each from the first
   * source in the owner's order that has some; those named in the request always. Two at once are
   * one.
   *
   * <p>The failure of one security stops no other and is named in the report. Ends a little before
   * the deadline with what was reached; the next sync goes on from there. Idempotent by command id.
   *
   * @return SOURCE_UNKNOWN when the wanted source is not configured
   */
  Result<FundamentalsSyncReport> syncFundamentals(
      CallContext context, SyncRequest request, ProgressSink<FundamentalsProgress> progress);

  /**
   * The latest facts known at the decision time, at most one of each security and field: that of
   * the latest date, then the one told last. What nobody told is absent, never zero.
   */
  Result<Fundamentals> getFundamentals(CallContext context, FundamentalsQuery query);
}
