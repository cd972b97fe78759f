package dev.arduinotrader.app.cli;

import dev.arduinotrader.portfolio.Measure;
import dev.arduinotrader.portfolio.Performance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Performance for people and for programs. */
final class PerformanceView {
  private static final int FALLS_SHOWN = 5;
  private static final int LINE_WIDTH = 60;

  private PerformanceView() {}

  static String text(Performance performance, boolean plain) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s to %s, values in %s%n"
            .formatted(performance.from(), performance.to(), performance.base()));
    double[] values =
        performance.days().stream()
            .map(Performance.Day::value)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    if (values.length > 1) {
      text.append(Sparkline.of(values, LINE_WIDTH, plain)).append('\n');
    }
    text.append('\n').append(figures(performance).render());
    if (!performance.falls().isEmpty()) {
      text.append("\nDrawdowns\n").append(falls(performance).render());
    }
    for (Performance.Attributed split : performance.attributions()) {
      text.append("\nActive return by %s%n".formatted(name(split.dimension())));
      text.append(split.reason().isEmpty() ? parts(split).render() : split.reason() + "\n");
    }
    performance.notes().forEach(note -> text.append("\nNote: ").append(note));
    return text.toString();
  }

  private static Table figures(Performance performance) {
    Table table = new Table("FIGURE", "VALUE", "FORMULA, OR WHY THERE IS NONE");
    for (Performance.Figure figure : performance.figures()) {
      Double value = figure.value();
      table.row(
          name(figure.measure()),
          value == null ? Numbers.UNKNOWN : shown(figure.measure(), value),
          value == null ? figure.reason() : figure.measure().formula());
    }
    return table;
  }

  private static String shown(Measure measure, double value) {
    return switch (measure.unit()) {
      case MONEY -> String.format(Locale.ROOT, "%,.2f", value);
      case FRACTION -> String.format(Locale.ROOT, "%.2f%%", 100 * value);
      case RATIO -> String.format(Locale.ROOT, "%.3f", value);
    };
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Table falls(Performance performance) {
    Table table = new Table("DEPTH", "PEAK", "TROUGH", "RECOVERED");
    performance.falls().stream()
        .limit(FALLS_SHOWN)
        .forEach(
            fall ->
                table.row(
                    percent(fall.depth()),
                    fall.peak().toString(),
                    fall.trough().toString(),
                    date(fall.recovered())));
    return table;
  }

  private static String date(@Nullable LocalDate date) {
    return date == null ? "not yet" : date.toString();
  }

  private static Table parts(Performance.Attributed split) {
    Table table = new Table("SEGMENT", "ALLOCATION", "SELECTION", "INTERACTION", "TOTAL");
    double total = 0;
    for (Performance.Part part : split.parts()) {
      total += part.total();
      table.row(
          part.segment(),
          percent(part.allocation()),
          percent(part.selection()),
          percent(part.interaction()),
          percent(part.total()));
    }
    return table.row("together", "", "", "", percent(total));
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * fraction);
  }

  /** The same with the formula and the unit beside each figure. */
  static Map<String, Object> json(Performance performance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("base_currency", performance.base().code());
    json.put("from", performance.from());
    json.put("to", performance.to());
    List<Map<String, Object>> figures = new ArrayList<>();
    for (Performance.Figure figure : performance.figures()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("measure", figure.measure().name());
      each.put("value", figure.value());
      each.put("unit", figure.measure().unit().name());
      each.put("formula", figure.measure().formula());
      each.put("window", figure.window());
      each.put("reason", figure.reason());
      figures.add(each);
    }
    json.put("figures", figures);
    json.put("drawdowns", performance.falls());
    json.put("attributions", performance.attributions());
    json.put("days", performance.days());
    json.put("notes", performance.notes());
    return json;
  }
}
