package dev.arduinotrader.app.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Exchange rates as shown.
 *
 * @param decisionTime the instant that they are as of
 * @param absent pairs without a rate, with the reason
 */
record FxView(Instant decisionTime, List<Pair> pairs, List<Missing> absent) {
  FxView {
    pairs = List.copyOf(pairs);
    absent = List.copyOf(absent);
  }

  /**
   * One rate.
   *
   * @param rate units of the quote currency for 1 of the base
   * @param stale whether no money decision may use it
   * @param daily the daily rates, oldest first
   */
  record Pair(
      String base,
      String quote,
      BigDecimal rate,
      Instant knownAt,
      long ageSeconds,
      String source,
      boolean stale,
      List<Day> daily) {
    Pair {
      daily = List.copyOf(daily);
    }
  }

  /** The rate of a day. */
  record Day(LocalDate date, BigDecimal rate) {}

  /** A pair without a rate. */
  record Missing(String pair, String reason) {}
}
