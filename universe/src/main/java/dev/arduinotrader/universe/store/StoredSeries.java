package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.RecordedAction;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.model.StampedBars;
import dev.arduinotrader.universe.model.TradingSeries;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads series and corporate actions, and keeps those used last unpacked in memory. */
final class StoredSeries {
  /** About 20 bytes a bar: 20 MB, or 100 securities of 40 years. */
  private static final int CACHED_BARS_MAX = 1_000_000;

  /** About 100 bytes an action: 10 MB, or 1,000 securities with dividends of 20 years. */
  private static final int CACHED_ACTIONS_MAX = 100_000;

  private final Database database;
  private final BoundedCache<BarSeries> series =
      new BoundedCache<>(CACHED_BARS_MAX, found -> found.bars().size());
  private final BoundedCache<NavigableMap<String, String>> keys =
      new BoundedCache<>(CACHED_ACTIONS_MAX, found -> 1 + found.size());
  private final BoundedCache<List<RecordedAction>> actions =
      new BoundedCache<>(CACHED_ACTIONS_MAX, found -> 1 + found.size());
  private volatile @Nullable SourceRanking ranking;

  StoredSeries(Database database) {
    this.database = database;
  }

  /** Closes and opens of the series that decides. */
  Optional<BarSeries> bars(Isin isin) {
    NavigableMap<String, String> known = keys(isin);
    return TradingSeries.of(
        ranking().sorted(known.keySet()).stream()
            .flatMap(name -> Optional.ofNullable(known.get(name)).flatMap(this::read).stream())
            .toList());
  }

  Optional<BarSeries> rates(Currency currency) {
    return read(rateKey(currency));
  }

  static String rateKey(Currency currency) {
    return "EUR/" + currency;
  }

  /** The sources of a security's series, the one believed first before the others. */
  List<String> sources(Isin isin) {
    return ranking().sorted(keys(isin).keySet());
  }

  SourceRanking ranking() {
    SourceRanking known = ranking;
    if (known == null) {
      long generation = series.generation();
      known = database.read(SourceTable::ranking);
      if (generation == series.generation()) {
        ranking = known;
      }
    }
    return known;
  }

  /** Every column of a security's series from a source; not kept in memory. */
  Optional<StampedBars> all(Isin isin, String sourceName) {
    String key = SourceTable.key(isin, sourceName);
    return database.read(
        handle ->
            SeriesTable.read(handle, key, SeriesTable.Depth.ALL)
                .map(found -> new StampedBars(found, StampTable.read(handle, key, found.bars()))));
  }

  List<RecordedAction> actions(Isin isin) {
    Optional<List<RecordedAction>> cached = actions.get(isin.value());
    if (cached.isPresent()) {
      return cached.get();
    }
    long generation = actions.generation();
    List<RecordedAction> stored =
        List.copyOf(database.read(handle -> ActionTable.all(handle, isin)));
    actions.put(isin.value(), stored, generation);
    return stored;
  }

  private NavigableMap<String, String> keys(Isin isin) {
    Optional<NavigableMap<String, String>> cached = keys.get(isin.value());
    if (cached.isPresent()) {
      return cached.get();
    }
    long generation = keys.generation();
    NavigableMap<String, String> stored = database.read(handle -> SourceTable.keys(handle, isin));
    keys.put(isin.value(), stored, generation);
    return stored;
  }

  private Optional<BarSeries> read(String key) {
    Optional<BarSeries> cached = series.get(key);
    if (cached.isPresent()) {
      return cached;
    }
    long generation = series.generation();
    Optional<BarSeries> stored =
        database.read(h -> SeriesTable.read(h, key, SeriesTable.Depth.CLOSES_AND_OPENS));
    stored.ifPresent(found -> series.put(key, found, generation));
    return stored;
  }

  /** Forgets what a change has touched. */
  void forget(Touched touched) {
    series.forget(touched.series());
    keys.forget(touched.isins());
    actions.forget(touched.isins());
    ranking = null;
  }
}
