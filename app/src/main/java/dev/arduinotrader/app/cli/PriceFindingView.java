package dev.arduinotrader.app.cli;

import dev.arduinotrader.universe.PriceFinding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings about prices as a table and as JSON. */
final class PriceFindingView {
  private static final MathContext DIGITS = new MathContext(8);
  private static final int DATE_LENGTH = 10;

  private PriceFindingView() {}

  static Map<String, @Nullable Object> json(PriceFinding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("series", finding.series());
    json.put("date", finding.date());
    json.put("field", finding.field());
    json.put("value", finding.value());
    json.put("kind", finding.kind());
    json.put("action", finding.action());
    json.put("repaired_value", finding.repairedValue());
    json.put("confidence", finding.confidence());
    json.put("method", finding.method());
    json.put("why", finding.why());
    json.put("values_changed", finding.changes().size());
    return json;
  }

  /** One row a finding, and for a person the reason below the table's edge. */
  static String table(List<PriceFinding> findings, boolean withSeries) {
    Table table =
        withSeries
            ? new Table("SERIES", "DATE", "FIELD", "VALUE", "KIND", "ACTION", "NOW", "SURE", "WHY")
            : new Table("DATE", "FIELD", "VALUE", "KIND", "ACTION", "NOW", "SURE", "WHY");
    for (PriceFinding finding : findings) {
      List<String> cells =
          List.of(
              finding.date().substring(0, Math.min(DATE_LENGTH, finding.date().length())),
              finding.field(),
              number(finding.value()),
              finding.kind(),
              finding.action(),
              number(finding.repairedValue()),
              Math.round(finding.confidence() * 100) + "%",
              finding.method().isEmpty() ? finding.why() : finding.method() + ": " + finding.why());
      table.row(
          withSeries
              ? java.util.stream.Stream.concat(
                      java.util.stream.Stream.of(finding.series()), cells.stream())
                  .toArray(String[]::new)
              : cells.toArray(String[]::new));
    }
    return table.render();
  }

  private static String number(@Nullable Double value) {
    return value == null
        ? "-"
        : BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
