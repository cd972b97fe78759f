package dev.arduinotrader.universe.store;

import java.time.Instant;

/**
 * What an installation's prices are, decided once by what comes first: an import, or a sync of the
 * sample market. The two never mix.
 */
public sealed interface MarketChoice {
  /** Nothing was imported and nothing was traded yet. */
  record Undecided() implements MarketChoice {}

  /** Prices come from imported files. */
  record Imported() implements MarketChoice {}

  /**
   * Prices come from the sample market of this seed.
   *
   * @param syncedUntil the latest instant that a sync has reached
   */
  record Sample(long seed, Instant syncedUntil) implements MarketChoice {}
}
