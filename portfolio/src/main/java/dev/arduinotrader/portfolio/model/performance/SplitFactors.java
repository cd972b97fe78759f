package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.model.UnitChange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many units one became by the splits in the books. Closes that are adjusted for splits are too
 * low for the units that were held before: this is by how much.
 */
final class SplitFactors {
  private final Map<Isin, NavigableMap<LocalDate, Double>> ratios = new HashMap<>();

  private SplitFactors() {}

  /**
   * The splits of these movements.
   *
   * @param movements that count, in the order in which they happened
   */
  static SplitFactors of(List<BrokerMovement> movements) {
    SplitFactors factors = new SplitFactors();
    Map<Isin, BigDecimal> held = new HashMap<>();
    for (BrokerMovement movement : movements) {
      for (UnitChange change : UnitChange.of(movement)) {
        BigDecimal before = held.getOrDefault(change.isin(), BigDecimal.ZERO);
        BigDecimal after = before.add(change.by().value());
        if (isSplit(movement) && before.signum() > 0) {
          factors.add(change.isin(), movement, after.divide(before, MathContext.DECIMAL64));
        }
        held.put(change.isin(), after);
      }
    }
    return factors;
  }

  private static boolean isSplit(BrokerMovement movement) {
    return movement instanceof LedgerEntry.CorporateAction action
        && action.kind() == LedgerEntry.ActionKind.SPLIT;
  }

  private void add(Isin isin, BrokerMovement split, BigDecimal ratio) {
    if (ratio.signum() > 0) {
      ratios
          .computeIfAbsent(isin, key -> new TreeMap<>())
          .merge(
              split.at().atZone(ZoneOffset.UTC).toLocalDate(),
              ratio.doubleValue(),
              (a, b) -> a * b);
    }
  }

  /** The product of all splits after a day. */
  double after(Isin isin, LocalDate day) {
    NavigableMap<LocalDate, Double> own = ratios.get(isin);
    double factor = 1;
    if (own != null) {
      for (double ratio : own.tailMap(day, false).values()) {
        factor *= ratio;
      }
    }
    return factor;
  }
}
