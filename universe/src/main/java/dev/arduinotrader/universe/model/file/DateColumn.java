package dev.arduinotrader.universe.model.file;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks the order of a file's dates. */
final class DateColumn {
  /**
   * One row's date.
   *
   * @param line counted from 1
   */
  record Dated(int line, int epochDay) {}

  private DateColumn() {}

  /** True when the first date is after the last: the file runs from the newest to the oldest. */
  static boolean isNewestFirst(List<Dated> rows) {
    return rows.size() > 1 && rows.getFirst().epochDay() > rows.getLast().epochDay();
  }

  /** Notes every date that comes twice or breaks the direction of the file. */
  static void check(String file, List<Dated> rows, FileFaults faults) {
    boolean newestFirst = isNewestFirst(rows);
    Map<Integer, Integer> firstLines = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Dated row = rows.get(i);
      Integer earlier = firstLines.putIfAbsent(row.epochDay(), row.line());
      if (earlier != null) {
        faults.add(
            file,
            row.line(),
            "expected each date once, found %s again after line %d"
                .formatted(LocalDate.ofEpochDay(row.epochDay()), earlier));
      } else if (i > 0 && breaksOrder(rows.get(i - 1).epochDay(), row.epochDay(), newestFirst)) {
        faults.add(
            file,
            row.line(),
            "expected dates in order, %s first as in the rest of the file, found %s after %s"
                .formatted(
                    newestFirst ? "newest" : "oldest",
                    LocalDate.ofEpochDay(row.epochDay()),
                    LocalDate.ofEpochDay(rows.get(i - 1).epochDay())));
      }
    }
  }

  private static boolean breaksOrder(int before, int day, boolean newestFirst) {
    return newestFirst ? day > before : day < before;
  }
}
