package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.portfolio.Measure;
import dev.arduinotrader.portfolio.Performance.Figure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Figures as they are found; every measure has a value or a reason in the end. */
final class FigureSheet {
  private final Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
  private final String window;

  FigureSheet(String window) {
    this.window = window;
  }

  void put(Measure measure, double value) {
    put(measure, value, window);
  }

  void put(Measure measure, double value, String ownWindow) {
    if (!Double.isFinite(value)) {
      absent(measure, "the formula gives no finite number");
      return;
    }
    figures.put(measure, new Figure(measure, value, ownWindow, ""));
  }

  void put(Measure measure, OptionalDouble value, String ownWindow, String reason) {
    if (value.isPresent()) {
      put(measure, value.getAsDouble(), ownWindow);
    } else {
      absent(measure, reason);
    }
  }

  void put(Measure measure, MoneyWeighted.Rate rate) {
    switch (rate) {
      case MoneyWeighted.Rate.Solved(double perYear) -> put(measure, perYear);
      case MoneyWeighted.Rate.None(String why) -> absent(measure, why);
      case MoneyWeighted.Rate.Ambiguous(List<Double> perYear) ->
          absent(measure, "several rates balance the flows: " + percents(perYear));
    }
  }

  private static String percents(List<Double> rates) {
    return rates.stream()
        .map(rate -> String.format(Locale.ROOT, "%.2f %%", 100 * rate))
        .collect(Collectors.joining(", "));
  }

  void absent(Measure measure, String reason) {
    figures.put(measure, new Figure(measure, null, window, reason));
  }

  /** All measures in their order; those that nobody put have this reason. */
  List<Figure> all(String reason) {
    List<Figure> all = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      Figure known = figures.get(measure);
      all.add(known == null ? new Figure(measure, null, window, reason) : known);
    }
    return all;
  }
}
