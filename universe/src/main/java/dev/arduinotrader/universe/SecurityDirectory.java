package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;

/**
 * The part of the universe that knows what securities are.
 *
 * <p>Facts come from sources and from people. A correction by a person is never overwritten by a
 * source; what the source says is kept beside it. A former ISIN keeps standing for its security.
 */
public interface SecurityDirectory {
  /** Everything known about one security, also a removed one; NOT_FOUND when there is none. */
  Result<SecurityDetails> getSecurityDetails(CallContext context, Isin isin);

  /**
   * Corrects facts by hand, whole or not at all, and gives the outcome. Idempotent by command id.
   * Refused: LISTING_TAKEN, SYMBOL_TAKEN, ALIAS_TAKEN, QUOTE_UNIT_FIXED, ISIN_FIXED, FACT_MISSING,
   * SAMPLE_FACTS_FIXED.
   */
  Result<SecurityDetails> updateSecurity(CallContext context, UpdateSecurity command);

  /**
   * Takes a security out of the universe. Prices and facts stay, and it comes back when it is added
   * again. Removing a removed one changes nothing. Idempotent by command id.
   */
  Result<SecurityDetails> removeSecurity(CallContext context, RemoveSecurity command);

  /**
   * Brings the security of an identifier into the universe: back, when it was removed; else with
   * the facts of a source and of the person. FACT_MISSING names every fact that nobody gave.
   * Idempotent by command id.
   */
  Result<SecurityDetails> addByIdentifier(CallContext context, AddByIdentifier command);

  /** Finds securities by ISIN, symbol, alias or name, the best match first. */
  Result<SecurityMatches> searchSecurities(CallContext context, SearchRequest request);

  /** How many securities there are of each country and industry. */
  Result<SecurityGroups> getGroups(CallContext context);
}
