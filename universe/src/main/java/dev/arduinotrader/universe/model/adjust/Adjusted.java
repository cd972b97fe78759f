package dev.arduinotrader.universe.model.adjust;

import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.model.BarSeries;
import java.util.List;

/** What comes of the wish for a series of a certain basis. */
public sealed interface Adjusted {
  /**
   * The series; its own basis says what it has become.
   *
   * @param applied what was worked into it now, oldest ex-date first
   * @param dividendFactors by what each dividend among them multiplied the earlier values, newest
   *     ex-date first
   */
  record Done(BarSeries series, List<CorporateAction> applied, List<Double> dividendFactors)
      implements Adjusted {
    public Done {
      applied = List.copyOf(applied);
      dividendFactors = List.copyOf(dividendFactors);
    }

    /** A series into which nothing had to be worked. */
    public static Done unchanged(BarSeries series) {
      return new Done(series, List.of(), List.of());
    }
  }

  /** The series cannot be had in that basis; one sentence says why. */
  record Impossible(String reason) implements Adjusted {}
}
