package dev.arduinotrader.universe.model.file;

import dev.arduinotrader.universe.SecurityField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table of what companies are called, where they are and what they do, as publishers of indices
 * have it. It can make no security, for it says nothing of currency and lot.
 *
 * @param rows one of each security
 */
public record DescriptionsFile(List<Row> rows) {
  /** Names of columns as common files have them, in small letters; the first that is there wins. */
  private static final Map<SecurityField, List<String>> COLUMNS =
      Map.of(
          SecurityField.NAME, List.of("name", "security", "company", "company name"),
          SecurityField.COUNTRY, List.of("country"),
          SecurityField.INDUSTRY, List.of("industry", "gics sector", "sector"));

  private static final List<String> KEYS = List.of("isin", "symbol", "ticker");

  public DescriptionsFile {
    rows = List.copyOf(rows);
  }

  /**
   * One security.
   *
   * @param key its ISIN or symbol
   * @param facts blank cells are no facts
   */
  public record Row(int line, String key, SortedMap<SecurityField, String> facts) {}

  /** Whether a file has a column of symbols or ISINs, one of facts, and no prices. */
  public static boolean isOne(FileText file) {
    List<String> header = header(file);
    return KEYS.stream().anyMatch(header::contains) && !places(header).isEmpty();
  }

  /** Reads the whole file; what it gives is of no use when faults were noted. */
  public static DescriptionsFile read(FileText file, FileFaults faults) {
    List<String> header = header(file);
    Map<SecurityField, Integer> places = places(header);
    int key =
        KEYS.stream().filter(header::contains).mapToInt(header::indexOf).findFirst().orElse(0);
    Set<String> seen = new HashSet<>();
    List<Row> rows = new ArrayList<>();
    for (FileText.Line line : file.lines().subList(1, file.lines().size())) {
      List<String> cells = cells(file, line, faults);
      if (cells.size() != header.size()) {
        faults.add(
            file.name(),
            line.number(),
            "expected %d columns, found %d".formatted(header.size(), cells.size()));
      } else if (cells.get(key).isEmpty()) {
        faults.add(file.name(), line.number(), "expected a symbol or ISIN, found none");
      } else if (!seen.add(cells.get(key))) {
        faults.add(
            file.name(),
            line.number(),
            "expected %s once, found it again".formatted(cells.get(key)));
      } else {
        SortedMap<SecurityField, String> facts = new TreeMap<>();
        places.forEach(
            (field, place) -> {
              if (!cells.get(place).isBlank()) {
                facts.put(field, cells.get(place));
              }
            });
        rows.add(new Row(line.number(), cells.get(key), facts));
      }
    }
    return new DescriptionsFile(rows);
  }

  private static List<String> cells(FileText file, FileText.Line line, FileFaults faults) {
    try {
      return CsvLine.split(line.text());
    } catch (IllegalArgumentException e) {
      faults.add(file.name(), line.number(), String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  private static List<String> header(FileText file) {
    try {
      return file.text()
          .lines()
          .limit(1)
          .flatMap(line -> CsvLine.split(line).stream())
          .map(name -> name.toLowerCase(Locale.ROOT))
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static Map<SecurityField, Integer> places(List<String> header) {
    Map<SecurityField, Integer> places = new HashMap<>();
    COLUMNS.forEach(
        (field, names) ->
            names.stream()
                .filter(header::contains)
                .findFirst()
                .ifPresent(name -> places.put(field, header.indexOf(name))));
    return places;
  }
}
