package dev.arduinotrader.universe.store;

import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.Bars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads and writes when each bar was stored, one packed row a year. */
final class StampTable {
  /** What a bar has that was stored before such things were noted. */
  private static final long NOT_NOTED = 0;

  private StampTable() {}

  /** When each of these bars, which are all of the series, was stored; 0 where not noted. */
  static long[] read(Handle handle, String key, Bars bars) {
    Map<Integer, long[]> years = years(handle, key);
    long[] stamps = new long[bars.size()];
    int from = 0;
    while (from < bars.size()) {
      int year = LocalDate.ofEpochDay(bars.epochDay(from)).getYear();
      int to = bars.countUntil((int) LocalDate.of(year, 12, 31).toEpochDay());
      long[] noted = years.get(year);
      if (noted != null && noted.length == to - from) {
        System.arraycopy(noted, 0, stamps, from, noted.length);
      }
      from = to;
    }
    return stamps;
  }

  static Map<Integer, long[]> years(Handle handle, String key) {
    Map<Integer, long[]> years = new TreeMap<>();
    handle
        .createQuery("select year, stored_at from series_stored where series_key = :key")
        .bind("key", key)
        .map((row, context) -> years.put(row.getInt(1), PackedNumbers.longs(row.getBytes(2))))
        .list();
    return years;
  }

  /** Notes that the bars of a year were stored now, save those that were there before. */
  static void write(
      Handle handle,
      String key,
      int year,
      Bars bars,
      @Nullable Bars before,
      long @Nullable [] noted,
      Instant now) {
    long[] stamps = new long[bars.size()];
    long micros = CommonMessages.toMicros(now);
    for (int i = 0; i < stamps.length; i++) {
      int old = before == null ? -1 : before.countUntil(bars.epochDay(i)) - 1;
      boolean same = before != null && old >= 0 && sameBar(bars, i, before, old);
      long earlier = noted == null || old < 0 || old >= noted.length ? NOT_NOTED : noted[old];
      stamps[i] = same ? earlier : micros;
    }
    handle
        .createUpdate(
            "insert into series_stored (series_key, year, stored_at)"
                + " values (:key, :year, :stamps)"
                + " on conflict (series_key, year) do update set stored_at = excluded.stored_at")
        .bind("key", key)
        .bind("year", year)
        .bind("stamps", PackedNumbers.pack(stamps))
        .execute();
  }

  private static boolean sameBar(Bars bars, int index, Bars before, int old) {
    if (bars.epochDay(index) != before.epochDay(old)) {
      return false;
    }
    for (BarField field : BarField.values()) {
      double[] mine = bars.column(field);
      double[] theirs = before.column(field);
      double value = mine == null ? Double.NaN : mine[index];
      if (Double.compare(value, theirs == null ? Double.NaN : theirs[old]) != 0) {
        return false;
      }
    }
    return true;
  }

  static void delete(Handle handle, String key, int year) {
    handle
        .createUpdate("delete from series_stored where series_key = :key and year = :year")
        .bind("key", key)
        .bind("year", year)
        .execute();
  }
}
