package dev.arduinotrader.universe.model.file;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The facts about the symbols of the price files in the same folder: {@code securities.csv}. */
public final class SecuritiesFile {
  public static final String NAME = "securities.csv";

  private static final List<String> REQUIRED =
      List.of("symbol", "isin", "name", "exchange", "currency", "quote_unit", "lot");

  private final Map<String, Row> bySymbol = new LinkedHashMap<>();

  private SecuritiesFile() {}

  /**
   * One security as the file has it.
   *
   * @param isinGiven false when the file leaves the ISIN blank and the security has a private code
   */
  public record Row(int line, Security security, boolean isinGiven) {}

  /** All rows, in the order of the file. */
  public List<Row> rows() {
    return List.copyOf(bySymbol.values());
  }

  /** The row of this symbol, or the only one that differs from it in capitals alone. */
  public Optional<Row> find(String symbol) {
    Row exact = bySymbol.get(symbol);
    if (exact != null) {
      return Optional.of(exact);
    }
    List<Row> similar =
        bySymbol.values().stream()
            .filter(row -> row.security().symbol().equalsIgnoreCase(symbol))
            .toList();
    return similar.size() == 1 ? Optional.of(similar.getFirst()) : Optional.empty();
  }

  /**
   * Reads the whole file; what it gives is of no use when faults were noted.
   *
   * @param venueCode gives back the code of a known venue and throws {@link
   *     IllegalArgumentException} for another text
   */
  public static SecuritiesFile read(
      FileText file, UnaryOperator<String> venueCode, FileFaults faults) {
    SecuritiesFile securities = new SecuritiesFile();
    List<FileText.Line> lines = file.lines();
    if (lines.isEmpty()) {
      faults.add(file.name(), "expected a header and rows, found an empty file");
      return securities;
    }
    Map<String, Integer> header = header(file, lines.getFirst(), faults);
    if (!header.keySet().containsAll(REQUIRED)) {
      return securities;
    }
    Map<Isin, Row> byIsin = new HashMap<>();
    for (FileText.Line line : lines.subList(1, lines.size())) {
      Row row = new RowReader(file, line, header, venueCode, faults).row();
      if (row != null) {
        securities.add(file, row, byIsin, faults);
      }
    }
    return securities;
  }

  private void add(FileText file, Row row, Map<Isin, Row> byIsin, FileFaults faults) {
    String symbol = row.security().symbol();
    Row sameSymbol = bySymbol.putIfAbsent(symbol, row);
    Row sameIsin = byIsin.putIfAbsent(row.security().isin(), row);
    if (sameSymbol != null) {
      faults.add(
          file.name(),
          row.line(),
          "expected each symbol once, found " + symbol + " again after line " + sameSymbol.line());
    } else if (sameIsin != null) {
      faults.add(
          file.name(),
          row.line(),
          "expected each ISIN once, found %s again after line %d"
              .formatted(row.security().isin(), sameIsin.line()));
    }
  }

  private static Map<String, Integer> header(FileText file, FileText.Line line, FileFaults faults) {
    Map<String, Integer> header = new HashMap<>();
    List<String> names;
    try {
      names = CsvLine.split(line.text());
    } catch (IllegalArgumentException e) {
      faults.add(file.name(), line.number(), String.valueOf(e.getMessage()));
      return header;
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).toLowerCase(Locale.ROOT).replace(' ', '_');
      if (header.putIfAbsent(name, i) != null) {
        faults.add(
            file.name(), line.number(), "expected column '" + name + "' once, found it twice");
      }
    }
    List<String> missing = new ArrayList<>(REQUIRED);
    missing.removeAll(header.keySet());
    if (!missing.isEmpty()) {
      faults.add(
          file.name(),
          line.number(),
          "expected the columns "
              + String.join(", ", REQUIRED)
              + ", found no "
              + String.join(", ", missing));
    }
    return header;
  }

  /** Reads one row, noting every fault in it. */
  private static final class RowReader {
    private final FileText file;
    private final FileText.Line line;
    private final Map<String, Integer> header;
    private final UnaryOperator<String> venueCode;
    private final FileFaults faults;
    private List<String> cells = List.of();
    private boolean sound = true;

    private RowReader(
        FileText file,
        FileText.Line line,
        Map<String, Integer> header,
        UnaryOperator<String> venueCode,
        FileFaults faults) {
      this.file = file;
      this.line = line;
      this.header = header;
      this.venueCode = venueCode;
      this.faults = faults;
    }

    private @Nullable Row row() {
      List<String> found = value(() -> CsvLine.split(line.text()), "");
      if (found == null) {
        return null;
      }
      if (found.size() != header.size()) {
        fault("expected %d columns, found %d".formatted(header.size(), found.size()));
        return null;
      }
      cells = found;
      String symbol = required("symbol");
      String name = required("name");
      String exchange = value(() -> venueCode.apply(cell("exchange")), "exchange: ");
      QuoteUnit unit = value(() -> QuoteUnit.of(cell("quote_unit")), "quote_unit: ");
      Lot lot = value(() -> Lot.of(cell("lot")), "lot: ");
      ProductType type = value(this::productType, "product_type: ");
      Isin isin = exchange == null ? null : isin(exchange, symbol);
      if (unit != null && !unit.currency().code().equals(cell("currency"))) {
        fault(
            "currency: expected %s, the currency of quote unit %s, found '%s'"
                .formatted(unit.currency(), unit, cell("currency")));
      }
      Price tick =
          unit == null || cell("tick").isEmpty()
              ? null
              : value(() -> Price.of(cell("tick"), unit), "tick: ");
      if (!sound || exchange == null || unit == null || lot == null) {
        return null;
      }
      if (type == null || isin == null) {
        return null;
      }
      Security security =
          new Security(
              isin,
              symbol,
              name,
              type,
              orNull("country"),
              orNull("industry"),
              exchange,
              unit,
              lot,
              tick,
              true,
              false);
      return new Row(line.number(), security, !cell("isin").isEmpty());
    }

    private @Nullable Isin isin(String exchange, String symbol) {
      String text = cell("isin");
      return text.isEmpty()
          ? Isin.privateCode(exchange, symbol)
          : value(() -> Isin.of(text), "isin of " + symbol + ": ");
    }

    private ProductType productType() {
      String text = cell("product_type");
      return Arrays.stream(ProductType.values())
          .filter(type -> type.name().equalsIgnoreCase(text.isEmpty() ? "EQUITY" : text))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "expected one of "
                          + Arrays.toString(ProductType.values())
                          + ", found '"
                          + text
                          + "'"));
    }

    private String cell(String column) {
      Integer index = header.get(column);
      return index == null ? "" : cells.get(index);
    }

    private @Nullable String orNull(String column) {
      return cell(column).isEmpty() ? null : cell(column);
    }

    private String required(String column) {
      if (cell(column).isEmpty()) {
        fault(column + ": expected a text, found none");
      }
      return cell(column);
    }

    private <T> @Nullable T value(Supplier<T> read, String prefix) {
      try {
        return read.get();
      } catch (IllegalArgumentException e) {
        fault(prefix + e.getMessage());
        return null;
      }
    }

    private void fault(String message) {
      sound = false;
      faults.add(file.name(), line.number(), message);
    }
  }
}
