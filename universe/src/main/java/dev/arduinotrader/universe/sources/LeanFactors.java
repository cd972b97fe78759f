package dev.arduinotrader.universe.sources;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A LEAN factor file: each row tells the factors of all days up to and including its date, so two
 * neighbouring rows tell what happened on the session after the first one's date.
 */
final class LeanFactors {
  private final List<Row> rows;

  private record Row(LocalDate lastDay, double price, double split, double reference) {}

  /**
   * What happened before the first session after a day.
   *
   * @param dividend in the quote unit for a piece held after the split, 0 when there was none
   * @param split new pieces for an old one, 0 when there was none
   */
  record Event(LocalDate lastDayBefore, double dividend, double split) {}

  private LeanFactors(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Reads lines of {@code yyyymmdd,price factor,split factor,reference price}.
   *
   * @throws IllegalArgumentException naming the first line that is none
   */
  static LeanFactors read(String text) {
    List<Row> rows =
        new ArrayList<>(text.lines().filter(l -> !l.isBlank()).map(LeanFactors::row).toList());
    rows.sort(Comparator.comparing(Row::lastDay));
    return new LeanFactors(List.copyOf(rows));
  }

  private static Row row(String line) {
    String[] cells = line.strip().split(",", -1);
    try {
      if (cells.length < 3) {
        throw new IllegalArgumentException("too few columns");
      }
      return new Row(
          LocalDate.parse(cells[0], DateTimeFormatter.BASIC_ISO_DATE),
          factor(cells[1]),
          factor(cells[2]),
          cells.length > 3 ? Double.parseDouble(cells[3]) : 0);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "expected yyyymmdd,price factor,split factor,reference price, found '" + line + "'", e);
    }
  }

  private static double factor(String text) {
    double factor = Double.parseDouble(text);
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("expected a factor above zero");
    }
    return factor;
  }

  /** All dividends and splits, oldest first. */
  List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i + 1 < rows.size(); i++) {
      Row before = rows.get(i);
      Row after = rows.get(i + 1);
      double split = after.split() / before.split();
      double dividend = before.reference() * (1 - before.price() / after.price()) / split;
      boolean paid = before.price() != after.price();
      boolean divided = before.split() != after.split();
      if (paid || divided) {
        events.add(new Event(before.lastDay(), paid ? dividend : 0, divided ? split : 0));
      }
    }
    return events;
  }
}
