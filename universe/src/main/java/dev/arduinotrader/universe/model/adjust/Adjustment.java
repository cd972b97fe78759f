package dev.arduinotrader.universe.model.adjust;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.ActionKind;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.model.BarSeries;
import java.util.Comparator;
import java.util.List;

/**
 * Works splits and dividends into a series, always from the prices as stored, so that nothing
 * drifts however often it is done.
 *
 * <p>Values before an ex-date are divided by the split's new over old shares, and multiplied by 1 -
 * D / P, D the dividend and P the close before the ex-date: the factors of CRSP and Yahoo. What
 * lies after the last bar, and before the first, changes nothing. Spin-offs and mergers are not
 * worked in: what they are worth is not known here.
 */
public final class Adjustment {
  private final BarSeries series;
  private final List<CorporateAction> known;
  private final List<CorporateAction.Split> workedIn;
  private final QuoteUnit unit;
  private final DividendRates rates;

  /**
   * Prepares the adjustment of a series.
   *
   * @param known the actions known at the decision time, at most one a kind and ex-date
   * @param workedIn the splits that a SPLIT_ADJUSTED series has in it already, known or not
   * @param unit what the series is counted in
   */
  public Adjustment(
      BarSeries series,
      List<CorporateAction> known,
      List<CorporateAction.Split> workedIn,
      QuoteUnit unit,
      DividendRates rates) {
    this.series = series;
    this.known = List.copyOf(known);
    this.workedIn = List.copyOf(workedIn);
    this.unit = unit;
    this.rates = rates;
  }

  /**
   * The series in a basis, or as near to TOTAL_RETURN as the known actions allow: without a single
   * known dividend it stays SPLIT_ADJUSTED, and RAW without a split too. Nothing is taken out of a
   * series that has it in it.
   */
  public Adjusted to(PriceBasis wanted) {
    if (wanted == series.basis()) {
      return Adjusted.Done.unchanged(series);
    }
    if (wanted == PriceBasis.RAW || series.basis() == PriceBasis.TOTAL_RETURN) {
      return new Adjusted.Impossible(
          "expected prices that are %s, found %s from %s, which cannot be undone"
              .formatted(wanted, series.basis(), series.source()));
    }
    List<CorporateAction> splits =
        series.basis() == PriceBasis.RAW ? inside(ActionKind.SPLIT) : List.of();
    List<CorporateAction> dividends =
        wanted == PriceBasis.TOTAL_RETURN ? inside(ActionKind.CASH_DIVIDEND) : List.of();
    FactorWalk walk = new FactorWalk(series, workedIn, unit, rates);
    return walk.work(splits, dividends, reached(wanted));
  }

  private List<CorporateAction> inside(ActionKind kind) {
    return known.stream()
        .filter(action -> action.kind() == kind)
        .filter(action -> action.exDate().toEpochDay() > series.bars().firstDay())
        .filter(action -> action.exDate().toEpochDay() <= series.bars().lastDay())
        .sorted(Comparator.comparing(CorporateAction::exDate).reversed())
        .toList();
  }

  private PriceBasis reached(PriceBasis wanted) {
    if (wanted == PriceBasis.TOTAL_RETURN && knows(ActionKind.CASH_DIVIDEND)) {
      return wanted;
    }
    return knows(ActionKind.SPLIT) ? PriceBasis.SPLIT_ADJUSTED : series.basis();
  }

  private boolean knows(ActionKind kind) {
    return known.stream().anyMatch(action -> action.kind() == kind);
  }
}
