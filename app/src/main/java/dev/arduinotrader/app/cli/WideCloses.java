package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Closes as the text of a wide file: a date and one column a symbol. An import takes such a file
 * for total-return closes, so a series of another basis has no place in it.
 */
final class WideCloses {
  private final Map<Isin, Security> securities = new HashMap<>();
  private final List<String> header = new ArrayList<>(List.of("date"));
  private final SortedMap<Integer, Map<Integer, Double>> rows = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private long closes;

  WideCloses(List<Security> known) {
    known.forEach(security -> securities.put(security.isin(), security));
  }

  void add(SecurityHistory history) {
    Security security = securities.get(history.isin());
    PriceSeries series = history.closes();
    if (security == null) {
      leftOut.add(history.isin() + ": another security of the same symbol is in the file");
    } else if (series.basis() != PriceBasis.TOTAL_RETURN) {
      leftOut.add(
          "%s: its closes are %s, and a wide file is read as TOTAL_RETURN"
              .formatted(security.symbol(), series.basis()));
    } else {
      header.add(security.symbol());
      for (int i = 0; i < series.size(); i++) {
        rows.computeIfAbsent(series.epochDay(i), day -> new HashMap<>())
            .put(header.size() - 1, series.close(i));
      }
      closes += series.size();
    }
  }

  int series() {
    return header.size() - 1;
  }

  long closes() {
    return closes;
  }

  List<String> leftOut() {
    return leftOut;
  }

  /** Each close with all digits, so that an import gives back the same numbers. */
  String text() {
    StringBuilder text = new StringBuilder(Csv.line(header));
    rows.forEach(
        (day, values) -> {
          List<String> row = new ArrayList<>();
          row.add(LocalDate.ofEpochDay(day).toString());
          for (int column = 1; column < header.size(); column++) {
            Double close = values.get(column);
            row.add(close == null ? "" : close.toString());
          }
          text.append(Csv.line(row));
        });
    return text.toString();
  }
}
