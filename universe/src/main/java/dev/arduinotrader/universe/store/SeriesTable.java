package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads and writes the series of bars, one packed row a year. */
final class SeriesTable {
  /** Which columns a reader needs; the ones left out are not even fetched. */
  enum Depth {
    CLOSES_AND_OPENS("closes, opens"),
    ALL("closes, opens, highs, lows, volumes");

    private final String columns;

    Depth(String columns) {
      this.columns = columns;
    }
  }

  private static final Map<BarField, String> COLUMNS =
      new EnumMap<>(
          Map.of(
              BarField.CLOSE, "closes",
              BarField.OPEN, "opens",
              BarField.HIGH, "highs",
              BarField.LOW, "lows",
              BarField.VOLUME, "volumes"));

  private SeriesTable() {}

  private record Head(PriceBasis basis, String source, long version) {}

  static Optional<BarSeries> read(Handle handle, String key, Depth depth) {
    Optional<Head> head =
        handle
            .createQuery("select basis, source, version from series where series_key = :key")
            .bind("key", key)
            .map(
                (row, context) ->
                    new Head(
                        PriceBasis.valueOf(row.getString(1)), row.getString(2), row.getLong(3)))
            .findOne();
    return head.map(
        found -> {
          List<Bars> years =
              handle
                  .createQuery(
                      "select days, "
                          + depth.columns
                          + " from series_year where series_key = :key order by year")
                  .bind("key", key)
                  .map((row, context) -> year(row, depth))
                  .list();
          Bars bars = join(years);
          return new BarSeries(found.basis, found.source, found.version, bars);
        });
  }

  private static Bars year(ResultSet row, Depth depth) throws SQLException {
    Map<BarField, double[]> columns = new EnumMap<>(BarField.class);
    for (Map.Entry<BarField, String> column : COLUMNS.entrySet()) {
      if (depth == Depth.ALL
          || column.getKey() == BarField.CLOSE
          || column.getKey() == BarField.OPEN) {
        double[] values = PackedNumbers.doubles(row.getBytes(column.getValue()));
        if (values != null) {
          columns.put(column.getKey(), values);
        }
      }
    }
    return new Bars(PackedNumbers.integers(row.getBytes("days")), columns);
  }

  /** One series of consecutive years, copying each value once. */
  private static Bars join(List<Bars> years) {
    int size = years.stream().mapToInt(Bars::size).sum();
    int[] days = new int[size];
    Map<BarField, double[]> columns = new EnumMap<>(BarField.class);
    int position = 0;
    for (Bars year : years) {
      System.arraycopy(year.epochDays(), 0, days, position, year.size());
      for (BarField field : BarField.values()) {
        double[] values = year.column(field);
        if (values != null) {
          double[] all = columns.computeIfAbsent(field, f -> filledWithNothing(size));
          System.arraycopy(values, 0, all, position, values.length);
        }
      }
      position += year.size();
    }
    return new Bars(days, columns);
  }

  private static double[] filledWithNothing(int size) {
    double[] values = new double[size];
    java.util.Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Writes the head and only those years that differ from what is stored. */
  static void write(Handle handle, String key, BarSeries series, Instant now) {
    Map<Integer, Bars> stored = years(read(handle, key, Depth.ALL).map(BarSeries::bars));
    Map<Integer, long[]> noted = StampTable.years(handle, key);
    handle
        .createUpdate(
            "insert into series (series_key, basis, source, version)"
                + " values (:key, :basis, :source, :version)"
                + " on conflict (series_key) do update set basis = excluded.basis,"
                + " source = excluded.source, version = excluded.version")
        .bind("key", key)
        .bind("basis", series.basis().name())
        .bind("source", series.source())
        .bind("version", series.version())
        .execute();
    Map<Integer, Bars> wanted = years(Optional.of(series.bars()));
    wanted.forEach(
        (year, bars) -> {
          Bars before = stored.get(year);
          if (!Objects.equals(bars, before)) {
            writeYear(handle, key, year, bars);
            StampTable.write(handle, key, year, bars, before, noted.get(year), now);
          }
        });
    stored.keySet().stream()
        .filter(year -> !wanted.containsKey(year))
        .forEach(
            year -> {
              deleteYear(handle, key, year);
              StampTable.delete(handle, key, year);
            });
  }

  private static Map<Integer, Bars> years(Optional<Bars> bars) {
    Map<Integer, Bars> years = new HashMap<>();
    bars.ifPresent(
        all -> {
          int from = 0;
          while (from < all.size()) {
            int year = LocalDate.ofEpochDay(all.epochDay(from)).getYear();
            int to = all.countUntil((int) LocalDate.of(year, 12, 31).toEpochDay());
            years.put(year, withoutEmptyColumns(all.range(from, to)));
            from = to;
          }
        });
    return years;
  }

  /** A column without a single value is not stored, so that reading gives back what was written. */
  private static Bars withoutEmptyColumns(Bars bars) {
    Map<BarField, double[]> columns = new EnumMap<>(BarField.class);
    for (BarField field : BarField.values()) {
      double[] values = bars.column(field);
      if (values != null && java.util.Arrays.stream(values).anyMatch(v -> !Double.isNaN(v))) {
        columns.put(field, values);
      }
    }
    return new Bars(bars.epochDays(), columns);
  }

  private static void writeYear(Handle handle, String key, int year, Bars bars) {
    String names = COLUMNS.values().stream().collect(Collectors.joining(", "));
    String replaced =
        COLUMNS.values().stream()
            .map(c -> c + " = excluded." + c)
            .collect(Collectors.joining(", "));
    String values = COLUMNS.values().stream().map(c -> ":" + c).collect(Collectors.joining(", "));
    var update =
        handle
            .createUpdate(
                "insert into series_year (series_key, year, days, "
                    + names
                    + ") values (:key, :year, :days, "
                    + values
                    + ") on conflict (series_key, year) do update set days = excluded.days, "
                    + replaced)
            .bind("key", key)
            .bind("year", year)
            .bind("days", PackedNumbers.pack(bars.epochDays()));
    COLUMNS.forEach((field, column) -> update.bind(column, PackedNumbers.pack(bars.column(field))));
    update.execute();
  }

  private static void deleteYear(Handle handle, String key, int year) {
    handle
        .createUpdate("delete from series_year where series_key = :key and year = :year")
        .bind("key", key)
        .bind("year", year)
        .execute();
  }
}
