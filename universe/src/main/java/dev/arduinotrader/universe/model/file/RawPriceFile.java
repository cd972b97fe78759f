package dev.arduinotrader.universe.model.file;

import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.raw.RawInterval;
import dev.arduinotrader.universe.model.raw.RawSeries;
import dev.arduinotrader.universe.model.raw.RawTime;
import dev.arduinotrader.universe.model.validation.ValidatedSeries;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One security's prices in a CSV file, with its cells kept so that it can be written again. */
public final class RawPriceFile {
  private static final Map<String, RawField> NAMES =
      Map.ofEntries(
          Map.entry("open", RawField.OPEN),
          Map.entry("high", RawField.HIGH),
          Map.entry("low", RawField.LOW),
          Map.entry("close", RawField.CLOSE),
          Map.entry("adj close", RawField.ADJUSTED_CLOSE),
          Map.entry("adjusted close", RawField.ADJUSTED_CLOSE),
          Map.entry("volume", RawField.VOLUME),
          Map.entry("dividends", RawField.DIVIDEND),
          Map.entry("dividend", RawField.DIVIDEND),
          Map.entry("stock splits", RawField.SPLIT),
          Map.entry("split", RawField.SPLIT));
  private static final Set<String> TIMES = Set.of("date", "datetime", "timestamp", "time");

  private final String header;
  private final Map<RawField, Integer> positions;
  private final List<List<String>> cells;
  private final RawSeries series;

  private RawPriceFile(
      String header, Map<RawField, Integer> positions, List<List<String>> cells, RawSeries series) {
    this.header = header;
    this.positions = positions;
    this.cells = cells;
    this.series = series;
  }

  /** The rows of the file, unchecked. */
  public RawSeries series() {
    return series;
  }

  /**
   * Reads a file with a date or time and at least a close; empty with every structural fault noted:
   * missing columns, rows cut off, texts where numbers belong.
   */
  public static Optional<RawPriceFile> read(FileText file, FileFaults faults) {
    List<FileText.Line> lines = file.lines();
    if (lines.size() < 2) {
      faults.add(file.name(), "expected a header and rows, found " + lines.size() + " lines");
      return Optional.empty();
    }
    List<String> names = CsvLine.split(lines.getFirst().text());
    Map<RawField, Integer> positions = new EnumMap<>(RawField.class);
    int time = -1;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).toLowerCase(Locale.ROOT).replace('_', ' ');
      RawField field = NAMES.get(name);
      time = TIMES.contains(name) && time < 0 ? i : time;
      if (field != null && positions.putIfAbsent(field, i) != null) {
        faults.add(file.name(), 1, "expected column '" + name + "' once, found it twice");
      }
    }
    if (time < 0 || !positions.containsKey(RawField.CLOSE)) {
      faults.add(
          file.name(), 1, "expected the columns Date and Close, found " + lines.getFirst().text());
      return Optional.empty();
    }
    List<List<String>> cells = new ArrayList<>();
    List<RawBar> bars = new ArrayList<>();
    for (FileText.Line line : lines.subList(1, lines.size())) {
      row(file, line, names.size(), time, positions, cells, bars, faults);
    }
    return faults.isEmpty()
        ? Optional.of(
            new RawPriceFile(
                lines.getFirst().text(), positions, cells, new RawSeries(interval(bars), bars)))
        : Optional.empty();
  }

  private static void row(
      FileText file,
      FileText.Line line,
      int columns,
      int time,
      Map<RawField, Integer> positions,
      List<List<String>> cells,
      List<RawBar> bars,
      FileFaults faults) {
    try {
      List<String> found = CsvLine.split(line.text());
      if (found.size() != columns) {
        throw new IllegalArgumentException(
            "expected %d columns as in the header, found %d".formatted(columns, found.size()));
      }
      Map<RawField, Double> values = new EnumMap<>(RawField.class);
      positions.forEach((field, index) -> values.put(field, RawCells.number(found.get(index))));
      bars.add(bar(RawCells.time(found.get(time)), values));
      cells.add(found);
    } catch (IllegalArgumentException e) {
      faults.add(file.name(), line.number(), String.valueOf(e.getMessage()));
    }
  }

  private static RawBar bar(RawTime time, Map<RawField, Double> values) {
    RawBar bar =
        new RawBar(
            time,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);
    for (Map.Entry<RawField, Double> value : values.entrySet()) {
      bar = bar.with(value.getKey(), value.getValue());
    }
    return bar;
  }

  /** What most rows are apart. */
  private static RawInterval interval(List<RawBar> bars) {
    List<Long> minutes = new ArrayList<>();
    for (int i = 1; i < bars.size(); i++) {
      minutes.add(
          Math.abs(
              Duration.between(start(bars.get(i - 1).time()), start(bars.get(i).time()))
                  .toMinutes()));
    }
    minutes.sort(null);
    long usual = minutes.isEmpty() ? 1440 : minutes.get(minutes.size() / 2);
    if (usual >= 20 * 1440) {
      return RawInterval.MONTH;
    }
    if (usual >= 5 * 1440) {
      return RawInterval.WEEK;
    }
    if (usual > 240) {
      return RawInterval.DAY;
    }
    if (usual > 45) {
      return RawInterval.HOUR;
    }
    if (usual > 20) {
      return RawInterval.HALF_HOUR;
    }
    if (usual > 10) {
      return RawInterval.QUARTER_HOUR;
    }
    return usual > 2 ? RawInterval.FIVE_MINUTES : RawInterval.MINUTE;
  }

  private static OffsetDateTime start(RawTime time) {
    return switch (time) {
      case RawTime.Day(var date) -> date.atStartOfDay().atOffset(java.time.ZoneOffset.UTC);
      case RawTime.Moment(var at) -> at;
    };
  }

  /**
   * The file with the repaired numbers: every cell that was not changed keeps its text, a row that
   * repeats another is left out, a rejected number is blank. Rows keep the file's order.
   */
  public String repaired(ValidatedSeries validated) {
    Map<Integer, RawBar> kept = new HashMap<>();
    Set<RawTime> times = new HashSet<>();
    for (ValidatedSeries.Row row : validated.rows()) {
      kept.put(row.source(), row.bar());
      times.add(row.bar().time());
    }
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 0; i < cells.size(); i++) {
      RawBar raw = series.bars().get(i);
      RawBar bar = kept.get(i);
      boolean repeats = bar == null && times.contains(raw.time());
      if (!repeats) {
        text.append(line(cells.get(i), raw, bar == null ? rejected(raw) : bar)).append('\n');
      }
    }
    return text.toString();
  }

  private static RawBar rejected(RawBar raw) {
    RawBar bar = raw;
    for (RawField field : RawField.values()) {
      bar = field.isPrice() ? bar.with(field, Double.NaN) : bar;
    }
    return bar;
  }

  private String line(List<String> texts, RawBar raw, RawBar bar) {
    List<String> line = new ArrayList<>(texts);
    positions.forEach(
        (field, index) -> {
          double now = bar.value(field);
          if (Double.compare(now, raw.value(field)) != 0) {
            line.set(index, Double.isNaN(now) ? "" : Double.toString(now));
          }
        });
    return String.join(",", line);
  }
}
