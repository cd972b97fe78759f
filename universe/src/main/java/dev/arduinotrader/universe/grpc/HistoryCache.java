package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.universe.HeldHistory;
import dev.arduinotrader.universe.HistoryRequest;
import dev.arduinotrader.universe.HistorySummary;
import dev.arduinotrader.universe.SecurityHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the closes that came over the wire, so that the same request fetches only what came
 * after them. Callers see whole histories as ever.
 */
final class HistoryCache {
  /** Twelve bytes a close: 12 MB. */
  private static final long CLOSES_MAX = 1_000_000;

  private static final int HELD_MAX = 5_000;

  private final Map<Key, SecurityHistory> held = new LinkedHashMap<>(16, 0.75f, true);
  private long closes;

  private record Key(
      Isin isin, int barsMax, @Nullable Currency inCurrency, @Nullable PriceBasis basis) {
    private static Key of(Isin isin, HistoryRequest request) {
      return new Key(isin, request.barsMax(), request.inCurrency(), request.basis());
    }
  }

  /** Fetches with what is held, and hands on whole histories. */
  Result<HistorySummary> fetch(
      HistoryRequest request,
      ProgressSink<SecurityHistory> histories,
      BiFunction<HistoryRequest, ProgressSink<SecurityHistory>, Result<HistorySummary>> remote) {
    Map<Isin, SecurityHistory> mine = heldFor(request);
    List<HeldHistory> told = new ArrayList<>();
    mine.forEach(
        (isin, history) ->
            told.add(
                new HeldHistory(
                    isin, history.version(), history.closes().date(history.closes().size() - 1))));
    ProgressSink<SecurityHistory> joining =
        new ProgressSink<>() {
          @Override
          public void send(SecurityHistory part) {
            SecurityHistory before = mine.get(part.isin());
            SecurityHistory whole =
                part.continues() && before != null ? joined(before, part, request.barsMax()) : part;
            keep(Key.of(part.isin(), request), whole);
            histories.send(whole);
          }

          @Override
          public boolean isCancelled() {
            return histories.isCancelled();
          }
        };
    return remote.apply(request.holding(told), joining);
  }

  private synchronized Map<Isin, SecurityHistory> heldFor(HistoryRequest request) {
    Set<Isin> wanted =
        request.isins().isEmpty()
            ? held.keySet().stream().map(Key::isin).collect(Collectors.toSet())
            : Set.copyOf(request.isins());
    Map<Isin, SecurityHistory> mine = new HashMap<>();
    for (Isin isin : wanted) {
      SecurityHistory history = held.get(Key.of(isin, request));
      if (history != null && mine.size() < HELD_MAX) {
        mine.put(isin, history);
      }
    }
    return mine;
  }

  private static SecurityHistory joined(SecurityHistory before, SecurityHistory tail, int barsMax) {
    PriceSeries old = before.closes();
    PriceSeries later = tail.closes();
    int[] days = Arrays.copyOf(old.epochDays(), old.size() + later.size());
    double[] values = Arrays.copyOf(old.closes(), old.size() + later.size());
    System.arraycopy(later.epochDays(), 0, days, old.size(), later.size());
    System.arraycopy(later.closes(), 0, values, old.size(), later.size());
    PriceSeries all = PriceSeries.of(later.basis(), days, values);
    return new SecurityHistory(tail.isin(), tail.unit(), tail.version(), all.last(barsMax));
  }

  private synchronized void keep(Key key, SecurityHistory history) {
    SecurityHistory before = held.put(key, history);
    closes += history.closes().size() - (before == null ? 0 : before.closes().size());
    Iterator<SecurityHistory> oldest = held.values().iterator();
    while (closes > CLOSES_MAX && oldest.hasNext()) {
      closes -= oldest.next().closes().size();
      oldest.remove();
    }
  }
}
