package dev.arduinotrader.portfolio.model.performance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The money-weighted return: the one yearly rate at which all flows and the final value balance,
 * {@code sum(c(i) / (1 + r)^((d(i) - d(0)) / 365)) = 0}, as spreadsheets' XIRR has it.
 */
public final class MoneyWeighted {
  private static final double DAYS_PER_YEAR = 365.0;

  /** Rates are sought between -99.9999 % and +100,000,000 % a year. */
  private static final double LOG_GROWTH_MIN = Math.log(1e-6);

  private static final double LOG_GROWTH_MAX = Math.log(1e6);
  private static final int INTERVALS = 2_000;
  private static final int HALVINGS = 200;

  /**
   * Money between an owner and an investment.
   *
   * @param amount what the owner gets, negative for what the owner pays; finite
   */
  public record Flow(LocalDate date, double amount) {}

  /** What came of the search. */
  public sealed interface Rate {
    /**
     * The only rate.
     *
     * @param perYear a fraction: 0.08 is eight per cent a year
     */
    record Solved(double perYear) implements Rate {}

    /** There is none, such as when nothing ever came back. */
    record None(String why) implements Rate {}

    /** Several rates balance the flows, lowest first; none of them is the return. */
    record Ambiguous(List<Double> perYear) implements Rate {
      public Ambiguous {
        perYear = List.copyOf(perYear);
      }
    }
  }

  private MoneyWeighted() {}

  /**
   * The rate of flows in any order; the first day of them is day zero.
   *
   * @return none when there is not at least one payment in each direction
   */
  public static Rate rate(List<Flow> flows) {
    boolean paid = flows.stream().anyMatch(flow -> flow.amount() < 0);
    boolean received = flows.stream().anyMatch(flow -> flow.amount() > 0);
    if (!paid || !received) {
      return new Rate.None("there must be money in and money back; there is only one of them");
    }
    // In one order, so that the last digit does not depend on the order they came in.
    Years years =
        Years.of(
            flows.stream()
                .sorted(Comparator.comparing(Flow::date).thenComparingDouble(Flow::amount))
                .toList());
    if (years.longest == 0) {
      return new Rate.None("all money moved on one day");
    }
    List<Double> rates = new ArrayList<>();
    double step = (LOG_GROWTH_MAX - LOG_GROWTH_MIN) / INTERVALS;
    for (int i = 0; i < INTERVALS; i++) {
      double low = LOG_GROWTH_MIN + i * step;
      double valueLow = years.presentValue(low);
      double valueHigh = years.presentValue(low + step);
      if (valueLow == 0 || valueLow * valueHigh < 0) {
        rates.add(Math.expm1(root(years, low, low + step)));
      }
    }
    return switch (rates.size()) {
      case 0 ->
          new Rate.None("no rate from -99.9999 % to +100,000,000 % a year balances the flows");
      case 1 -> new Rate.Solved(rates.getFirst());
      default -> new Rate.Ambiguous(rates);
    };
  }

  /** The flows of an owner whose account had these values: value in, flows, value out. */
  public static List<Flow> flowsOf(ValueHistory history) {
    List<Flow> flows = new ArrayList<>();
    List<DayValue> days = history.days();
    flows.add(new Flow(history.from(), -days.getFirst().value()));
    for (DayValue day : days.subList(1, days.size())) {
      if (day.flow() != 0) {
        flows.add(new Flow(day.date(), -day.flow()));
      }
    }
    flows.add(new Flow(history.to(), days.getLast().value()));
    return flows;
  }

  /** Halves the bracket until it is as narrow as a double can say. */
  private static double root(Years years, double from, double to) {
    double low = from;
    double high = to;
    double valueLow = years.presentValue(low);
    for (int i = 0; i < HALVINGS && low < high; i++) {
      double middle = (low + high) / 2;
      double value = years.presentValue(middle);
      if (value == 0 || middle == low || middle == high) {
        return middle;
      }
      if (valueLow * value < 0) {
        high = middle;
      } else {
        low = middle;
        valueLow = value;
      }
    }
    return (low + high) / 2;
  }

  /** Amounts with their distance from the first one, in years of 365 days. */
  private static final class Years {
    private final double[] amounts;
    private final double[] since;
    private final double longest;

    private Years(double[] amounts, double[] since, double longest) {
      this.amounts = amounts;
      this.since = since;
      this.longest = longest;
    }

    static Years of(List<Flow> flows) {
      LocalDate first = flows.stream().map(Flow::date).min(LocalDate::compareTo).orElseThrow();
      double[] amounts = new double[flows.size()];
      double[] since = new double[flows.size()];
      double longest = 0;
      for (int i = 0; i < flows.size(); i++) {
        amounts[i] = flows.get(i).amount();
        since[i] = ChronoUnit.DAYS.between(first, flows.get(i).date()) / DAYS_PER_YEAR;
        longest = Math.max(longest, since[i]);
      }
      return new Years(amounts, since, longest);
    }

    /** What all flows are worth on the first day, when money grows by this logarithm a year. */
    double presentValue(double logGrowth) {
      double sum = 0;
      for (int i = 0; i < amounts.length; i++) {
        sum += amounts[i] * Math.exp(-logGrowth * since[i]);
      }
      return sum;
    }
  }
}
