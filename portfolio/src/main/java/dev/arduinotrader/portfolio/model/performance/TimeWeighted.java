package dev.arduinotrader.portfolio.model.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The time-weighted return: what one unit of money, invested at the beginning, became, whatever was
 * paid in or out. Daily linked: {@code r(t) = (V(t) - F(t)) / V(t-1) - 1}.
 */
public final class TimeWeighted {
  private static final double DAYS_PER_YEAR = 365.0;

  /**
   * The return of one day.
   *
   * @param value a fraction: 0.01 is one per cent
   */
  public record DayReturn(LocalDate date, double value) {}

  private TimeWeighted() {}

  /** One return for each day after a day with something invested; a day after nothing has none. */
  public static List<DayReturn> daily(ValueHistory history) {
    List<DayReturn> returns = new ArrayList<>();
    for (int i = 1; i < history.days().size(); i++) {
      DayValue before = history.days().get(i - 1);
      DayValue day = history.days().get(i);
      if (before.value() > 0) {
        returns.add(new DayReturn(day.date(), (day.value() - day.flow()) / before.value() - 1));
      }
    }
    return returns;
  }

  /** All daily returns linked, {@code product(1 + r) - 1}; empty when there is none. */
  public static OptionalDouble linked(List<DayReturn> returns) {
    if (returns.isEmpty()) {
      return OptionalDouble.empty();
    }
    double growth = 1;
    for (DayReturn day : returns) {
      growth *= 1 + day.value();
    }
    return OptionalDouble.of(growth - 1);
  }

  /**
   * A return over a period as one over a year of 365 days: {@code (1 + r)^(365 / days) - 1}.
   *
   * @param days above zero; below a year the result extrapolates, which callers say beside it
   * @return empty when everything was lost and more
   */
  public static OptionalDouble annualised(double periodReturn, long days) {
    if (days <= 0) {
      throw new IllegalArgumentException("expected a period of at least a day, found " + days);
    }
    return periodReturn < -1
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.pow(1 + periodReturn, DAYS_PER_YEAR / days) - 1);
  }
}
