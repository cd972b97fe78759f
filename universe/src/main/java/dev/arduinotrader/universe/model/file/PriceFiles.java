package dev.arduinotrader.universe.model.file;

import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.Bars;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads price files of every format that is understood. */
public final class PriceFiles {
  private static final String DATE = "date";
  private static final String ECB_PREFIX = "eurofxref";
  private static final List<BarField> PRICES =
      List.of(BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE);

  private PriceFiles() {}

  /** What a file is by its header; empty when it is nothing known. */
  public static Optional<ParsedFile.Format> format(FileText file) {
    if (EcbXml.matches(file)) {
      return Optional.of(ParsedFile.Format.ECB_RATES);
    }
    List<String> header = lowerCase(header(file));
    if (header.isEmpty() || !header.contains(DATE)) {
      return Optional.empty();
    }
    if (header.contains("close")) {
      return Optional.of(ParsedFile.Format.OHLCV);
    }
    if (!header.getFirst().equals(DATE) || header.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        file.baseName().toLowerCase(Locale.ROOT).startsWith(ECB_PREFIX)
            ? ParsedFile.Format.ECB_RATES
            : ParsedFile.Format.WIDE_CLOSES);
  }

  /** The symbols that the header of a file names: its columns, or the one it is named for. */
  public static List<String> symbols(FileText file, ParsedFile.Format format) {
    List<String> header = header(file);
    return switch (format) {
      case OHLCV -> List.of(nameWithoutEndings(file.baseName()));
      case WIDE_CLOSES -> header.subList(1, header.size());
      case ECB_RATES -> List.of();
    };
  }

  /** Reads the whole file; what it gives is of no use when faults were noted. */
  public static ParsedFile read(FileText file, ParsedFile.Format format, FileFaults faults) {
    return switch (format) {
      case WIDE_CLOSES -> columns(file, format, faults);
      case ECB_RATES ->
          columns(EcbXml.matches(file) ? EcbXml.table(file, faults) : file, format, faults);
      case OHLCV -> ohlcv(file, faults);
    };
  }

  private static List<String> header(FileText file) {
    String first = file.text().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    try {
      return first.isEmpty() ? List.of() : CsvLine.split(first);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static List<String> lowerCase(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static String nameWithoutEndings(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int end = name.length();
    for (String ending : List.of(".gz", ".zip", ".csv")) {
      if (lower.substring(0, end).endsWith(ending)) {
        end -= ending.length();
      }
    }
    return name.substring(0, end);
  }

  private static ParsedFile columns(FileText file, ParsedFile.Format format, FileFaults faults) {
    List<String> header = header(file);
    Set<String> seen = new HashSet<>();
    List<PriceTable.Column> columns = new ArrayList<>();
    for (int i = 1; i < header.size(); i++) {
      String name = header.get(i);
      boolean trailingComma = name.isEmpty() && format == ParsedFile.Format.ECB_RATES;
      if (trailingComma) {
        continue;
      }
      if (name.isEmpty() || !seen.add(name)) {
        faults.add(
            file.name(),
            1,
            "expected each column to have a name of its own, found '%s' as column %d"
                .formatted(name, i + 1));
      }
      columns.add(new PriceTable.Column(i, name));
    }
    PriceTable table = PriceTable.read(file, header.size(), 0, columns, faults);
    List<ParsedFile.Named> series = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Bars bars = table.closes(i);
      if (!bars.isEmpty()) {
        series.add(new ParsedFile.Named(columns.get(i).name(), bars));
      }
    }
    return new ParsedFile(file.name(), format, series);
  }

  private static ParsedFile ohlcv(FileText file, FileFaults faults) {
    List<String> header = lowerCase(header(file));
    Map<BarField, Integer> positions = new EnumMap<>(BarField.class);
    List<PriceTable.Column> columns = new ArrayList<>();
    for (BarField field : BarField.values()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      int index = header.indexOf(name);
      if (index != header.lastIndexOf(name)) {
        faults.add(file.name(), 1, "expected column '" + name + "' once, found it twice");
      }
      if (index >= 0) {
        positions.put(field, columns.size());
        columns.add(new PriceTable.Column(index, name));
      } else if (PRICES.contains(field)) {
        faults.add(
            file.name(),
            1,
            "expected the columns date, open, high, low, close, found no '" + name + "'");
      }
    }
    PriceTable table = PriceTable.read(file, header.size(), header.indexOf(DATE), columns, faults);
    int[] days = table.epochDays();
    if (!faults.isEmpty() || days.length == 0) {
      return new ParsedFile(file.name(), ParsedFile.Format.OHLCV, List.of());
    }
    Map<BarField, double[]> values = new EnumMap<>(BarField.class);
    positions.forEach((field, position) -> values.put(field, table.values(position)));
    String symbol = nameWithoutEndings(file.baseName());
    return new ParsedFile(
        file.name(),
        ParsedFile.Format.OHLCV,
        List.of(new ParsedFile.Named(symbol, new Bars(days, values))));
  }
}
