package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Currency;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account did in a period, rebuilt from its entries, prices and rates.
 *
 * @param base the currency of all values
 * @param from the first day in force
 * @param to the last day
 * @param figures one of every measure, in their order
 * @param falls the deepest drawdowns first, at most 20
 * @param days every day of the period
 * @param attributions where the difference to the benchmark came from, by each dimension; empty
 *     without a benchmark
 * @param notes what a reader must know to believe the figures
 */
public record Performance(
    Currency base,
    LocalDate from,
    LocalDate to,
    List<Figure> figures,
    List<Fall> falls,
    List<Day> days,
    List<Attributed> attributions,
    List<String> notes) {
  public Performance {
    figures = List.copyOf(figures);
    falls = List.copyOf(falls);
    days = List.copyOf(days);
    attributions = List.copyOf(attributions);
    notes = List.copyOf(notes);
  }

  /**
   * One figure.
   *
   * @param value null when it cannot be computed
   * @param window which days it is of
   * @param reason why there is no value; empty when there is
   */
  public record Figure(Measure measure, @Nullable Double value, String window, String reason) {}

  /**
   * A drawdown.
   *
   * @param recovered null while it lasts
   * @param depth a fraction below zero
   */
  public record Fall(
      LocalDate peak, LocalDate trough, @Nullable LocalDate recovered, double depth) {}

  /**
   * The account at the end of a day (UTC).
   *
   * @param value null when it is not known
   * @param flow what came from the owner that day less what went
   * @param benchmark what the same flows were worth in the benchmark; null without one
   */
  public record Day(
      LocalDate date, @Nullable Double value, double flow, @Nullable Double benchmark) {}

  /** What securities are put together by. */
  public enum Dimension {
    COUNTRY,
    INDUSTRY,
    CURRENCY
  }

  /**
   * The active return by Brinson and Fachler, days linked after Carino: the parts of all segments
   * add up to it.
   *
   * @param activeReturn null when it cannot be split
   * @param reason why not; empty when it can
   */
  public record Attributed(
      Dimension dimension, @Nullable Double activeReturn, List<Part> parts, String reason) {
    public Attributed {
      parts = List.copyOf(parts);
    }
  }

  /** One segment's allocation, selection and interaction, fractions. */
  public record Part(String segment, double allocation, double selection, double interaction) {
    /** The sum of the three. */
    public double total() {
      return allocation + selection + interaction;
    }
  }

  /** One figure of them. */
  public Figure figure(Measure measure) {
    return figures.stream()
        .filter(figure -> figure.measure() == measure)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("expected a figure of " + measure));
  }
}
