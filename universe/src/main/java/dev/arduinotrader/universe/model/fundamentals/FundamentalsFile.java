package dev.arduinotrader.universe.model.fundamentals;

import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.FundamentalField;
import dev.arduinotrader.universe.FundamentalsReport;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.file.CsvLine;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a CSV file of dated facts says.
 *
 * @param facts one of each security, field and date
 * @param columns what each column means and how many values it has
 * @param unknown symbols or ISINs that no security has, in the order of the file
 */
public record FundamentalsFile(
    List<Fundamental> facts,
    List<FundamentalsReport.Column> columns,
    int rows,
    List<String> unknown) {
  public FundamentalsFile {
    facts = List.copyOf(facts);
    columns = List.copyOf(columns);
    unknown = List.copyOf(unknown);
  }

  /**
   * How to read a file.
   *
   * @param meanings of columns by their name, before what is well known
   * @param securities which security a symbol or ISIN stands for
   * @param asOf the date of rows that tell none
   * @param knownAt when the file was read; no row may be about a later date
   */
  public record Reading(
      SortedMap<String, String> meanings,
      Function<String, Optional<Security>> securities,
      LocalDate asOf,
      Instant knownAt) {}

  /** Whether the columns of a file are a security's name and at least one fact, by themselves. */
  public static boolean isOne(FileText file) {
    List<ColumnMeaning> meanings;
    try {
      meanings =
          file.text()
              .lines()
              .limit(1)
              .flatMap(line -> CsvLine.split(line).stream())
              .map(ColumnMeaning::ofColumn)
              .toList();
    } catch (IllegalArgumentException e) {
      return false;
    }
    return meanings.stream().anyMatch(ColumnMeaning.Values.class::isInstance)
        && meanings.stream()
            .anyMatch(
                meaning ->
                    meaning instanceof ColumnMeaning.Symbol
                        || meaning instanceof ColumnMeaning.IsinCode);
  }

  /** Reads the whole file; what it gives is of no use when faults were noted. */
  public static FundamentalsFile read(FileText file, Reading reading, FileFaults faults) {
    return new Reader(file, reading, faults).read();
  }

  /** The columns of one file. */
  private record Column(String name, ColumnMeaning meaning) {}

  /** Reads one file, noting every fault in it. */
  private static final class Reader {
    private final FileText file;
    private final Reading reading;
    private final FileFaults faults;
    private final List<Column> columns = new ArrayList<>();
    private final List<Fundamental> facts = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final int[] values;
    private final List<FileText.Line> content;

    private Reader(FileText file, Reading reading, FileFaults faults) {
      this.file = file;
      this.reading = reading;
      this.faults = faults;
      this.content = file.lines();
      header();
      this.values = new int[columns.size()];
    }

    private void header() {
      if (content.isEmpty()) {
        faults.add(file.name(), "expected a header and rows, found an empty file");
        return;
      }
      for (String name : split(content.getFirst())) {
        columns.add(new Column(name, meaning(name)));
      }
      TreeSet<String> strangers = new TreeSet<>(reading.meanings().keySet());
      columns.forEach(column -> strangers.remove(column.name()));
      strangers.forEach(
          name -> fault(content.getFirst(), "expected a column '" + name + "', found none"));
      long keys = columns.stream().filter(column -> isKey(column.meaning())).count();
      if (keys == 0) {
        fault(
            content.getFirst(),
            "expected a column that is a symbol or ISIN, found none"
                + "\nMaybe name it: --map COLUMN=symbol");
      }
      columns.stream()
          .map(column -> column.meaning().text())
          .filter(text -> !text.equals("-"))
          .filter(text -> columns.stream().filter(c -> c.meaning().text().equals(text)).count() > 1)
          .distinct()
          .forEach(
              text -> fault(content.getFirst(), "expected one column of " + text + ", found two"));
    }

    private static boolean isKey(ColumnMeaning meaning) {
      return meaning instanceof ColumnMeaning.Symbol || meaning instanceof ColumnMeaning.IsinCode;
    }

    private ColumnMeaning meaning(String name) {
      String given = reading.meanings().get(name);
      try {
        return given == null ? ColumnMeaning.ofColumn(name) : ColumnMeaning.of(given);
      } catch (IllegalArgumentException e) {
        faults.add("map " + name, String.valueOf(e.getMessage()));
        return new ColumnMeaning.LeftOut();
      }
    }

    private List<String> split(FileText.Line line) {
      try {
        return CsvLine.split(line.text());
      } catch (IllegalArgumentException e) {
        fault(line, String.valueOf(e.getMessage()));
        return List.of();
      }
    }

    private void fault(FileText.Line line, String message) {
      faults.add(file.name(), line.number(), message);
    }

    private FundamentalsFile read() {
      if (faults.isEmpty()) {
        content.subList(1, content.size()).forEach(this::row);
      }
      List<FundamentalsReport.Column> read = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        read.add(new FundamentalsReport.Column(column.name(), column.meaning().text(), values[i]));
      }
      return new FundamentalsFile(facts, read, Math.max(0, content.size() - 1), unknown);
    }

    private void row(FileText.Line line) {
      List<String> cells = split(line);
      if (cells.size() != columns.size()) {
        fault(line, "expected %d columns, found %d".formatted(columns.size(), cells.size()));
        return;
      }
      Optional<LocalDate> asOf = date(line, cells);
      String name = name(cells);
      Optional<Security> security = reading.securities().apply(name);
      if (name.isEmpty()) {
        fault(line, "expected a symbol or ISIN, found none");
      } else if (security.isEmpty()) {
        unknown.add(name);
      }
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).meaning() instanceof ColumnMeaning.Values meaning) {
          Optional<BigDecimal> value = value(line, columns.get(i).name(), meaning, cells.get(i));
          if (value.isPresent() && security.isPresent() && asOf.isPresent()) {
            values[i]++;
            add(line, security.get(), meaning.field(), value.get(), asOf.get());
          }
        }
      }
    }

    /** The ISIN where there is one, else the symbol. */
    private String name(List<String> cells) {
      String name = "";
      for (int i = 0; i < columns.size(); i++) {
        boolean isin = columns.get(i).meaning() instanceof ColumnMeaning.IsinCode;
        boolean symbol = columns.get(i).meaning() instanceof ColumnMeaning.Symbol;
        if ((isin && !cells.get(i).isEmpty()) || (symbol && name.isEmpty())) {
          name = cells.get(i);
        }
      }
      return name;
    }

    private Optional<LocalDate> date(FileText.Line line, List<String> cells) {
      LocalDate today = LocalDate.ofInstant(reading.knownAt(), ZoneOffset.UTC);
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).meaning() instanceof ColumnMeaning.AsOf) {
          try {
            LocalDate date = LocalDate.parse(cells.get(i));
            if (!date.isAfter(today)) {
              return Optional.of(date);
            }
            fault(line, "expected a date until %s, found %s".formatted(today, date));
          } catch (DateTimeParseException e) {
            fault(line, "expected a date such as 2026-01-31, found '" + cells.get(i) + "'");
          }
          return Optional.empty();
        }
      }
      return Optional.of(reading.asOf());
    }

    private Optional<BigDecimal> value(
        FileText.Line line, String column, ColumnMeaning.Values meaning, String cell) {
      try {
        return FundamentalCells.value(meaning, cell);
      } catch (IllegalArgumentException e) {
        fault(line, column + ": " + e.getMessage());
        return Optional.empty();
      }
    }

    private void add(
        FileText.Line line,
        Security security,
        FundamentalField field,
        BigDecimal value,
        LocalDate asOf) {
      String key = security.isin() + " " + field + " " + asOf;
      Integer earlier = lines.putIfAbsent(key, line.number());
      if (earlier != null) {
        fault(
            line,
            "expected %s of %s at %s once, found it again after line %d"
                .formatted(field.key(), security.symbol(), asOf, earlier));
        return;
      }
      facts.add(
          new Fundamental(
              security.isin(),
              field,
              value,
              field.unit(security.quoteUnit()),
              asOf,
              reading.knownAt(),
              "file:" + file.name().substring(file.name().lastIndexOf('/') + 1)));
    }
  }
}
