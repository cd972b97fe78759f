package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;

/** The part of the universe that knows dated facts from balance sheets and analysts. */
public interface FundamentalData {
  /**
   * Imports a CSV file, whole or not at all; IMPORT_REFUSED names every fault. Blank cells stay
   * absent. Rows of securities that the universe does not hold are named, not stored. Idempotent by
   * command id.
   */
  Result<FundamentalsReport> importFundamentals(CallContext context, ImportFundamentals command);

  /**
   * The latest facts known at the decision time, at most one of each security and field: that of
   * the latest date, then the one told last. What nobody told is absent, never zero.
   */
  Result<Fundamentals> getFundamentals(CallContext context, FundamentalsQuery query);
}
