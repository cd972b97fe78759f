package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;

/** The part of the universe that knows where prices come from. */
public interface SourceControl {
  /** The sources in the owner's order, each with its health. */
  Result<SourceList> listSources(CallContext context);

  /**
   * Replaces the list of sources, whole or not at all, naming every fault. Idempotent by command
   * id. Refused: SOURCES_CHANGED when the list is no longer the one that the change was made from;
   * SAMPLE_MARKET_IN_USE where generated prices were traded.
   */
  Result<SourceList> changeSources(CallContext context, ChangeSources command);

  /**
   * Asks one source for the last days of one security. Stores nothing but the source's health.
   *
   * @return SOURCE_UNKNOWN or NOT_FOUND when there is no such source or security; else what the
   *     source failed with
   */
  Result<SourceTest> testSource(CallContext context, TestSource request);
}
