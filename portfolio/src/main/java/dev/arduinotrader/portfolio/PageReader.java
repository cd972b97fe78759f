package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.result.Fault;
import java.util.ArrayList;
import java.util.List;

/** Answers that are a part of a longer list. */
final class PageReader {
  private PageReader() {}

  static List<Fault> faults(BooksQuery query) {
    List<Fault> faults = limitFaults(query.limit(), BooksQuery.LIMIT_MAX);
    if (query.skip() < 0) {
      faults.add(new Fault("skip", "expected 0 or more, found " + query.skip()));
    }
    return faults;
  }

  static List<Fault> faults(PolicyQuery query) {
    List<Fault> faults = limitFaults(query.limit(), PolicyQuery.LIMIT_MAX);
    if (query.beforeVersion() < 0) {
      faults.add(new Fault("beforeVersion", "expected 0 or more, found " + query.beforeVersion()));
    }
    return faults;
  }

  private static List<Fault> limitFaults(int limit, int most) {
    List<Fault> faults = new ArrayList<>();
    if (limit < 1 || limit > most) {
      faults.add(new Fault("limit", "expected 1 to %,d, found %d".formatted(most, limit)));
    }
    return faults;
  }
}
