package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.SeriesMerge;
import dev.arduinotrader.universe.model.StampedBars;
import dev.arduinotrader.universe.model.validation.Finding;
import dev.arduinotrader.universe.store.SourceStore.Cursor;
import dev.arduinotrader.universe.store.SourceStore.CursorKey;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores what a sync fetched, one security in one transaction together with how far it came. */
public final class SyncStoring {
  private final UniverseStore store;
  private final AccountId account;
  private final Instant now;
  private final Announcing announcing;

  /** Stores what a source announced; a problem when it cannot stand beside what is stored. */
  @FunctionalInterface
  public interface Announcing {
    Optional<Problem> put(UniverseStore.Change change, List<CorporateAction> actions, Instant now);
  }

  /**
   * @param now when what is stored now was learned
   */
  public SyncStoring(UniverseStore store, AccountId account, Instant now, Announcing announcing) {
    this.announcing = announcing;
    this.store = store;
    this.account = account;
    this.now = now;
  }

  Map<CursorKey, Cursor> cursors() {
    return store.sourceStore().cursors();
  }

  /** What this source gave of a security before. */
  public Optional<BarSeries> bars(Security security, String source) {
    return store.allBars(security.isin(), source).map(StampedBars::series);
  }

  void note(Security security, String source, LocalDate from, List<Finding> found) {
    new SyncFindings(store, account, now).note(security, source, from, found);
  }

  Optional<LocalDate> firstDay(Security security, String source) {
    return bars(security, source).map(series -> LocalDate.ofEpochDay(series.bars().firstDay()));
  }

  /**
   * Stores the good bars and, when none of the newest was bad, how far the source has come.
   *
   * @return how many days are new; SOURCE_RESTATED when the bars do not continue the stored ones
   */
  Result<Long> store(
      Security security,
      SourceGuard source,
      PriceBasis basis,
      BarCheck.Checked checked,
      LocalDate coveredUntil) {
    String name = source.source().name();
    return store.write(
        account,
        now,
        change -> {
          Result<Long> added =
              checked
                  .bars()
                  .map(bars -> merge(change, security, name, basis, bars))
                  .orElseGet(() -> Result.success(0L));
          if (!checked.isDoubtful(coveredUntil) && added.isSuccess()) {
            int day = Math.toIntExact(coveredUntil.toEpochDay());
            change.sourceStore().put(new CursorKey(security.isin(), name), new Cursor(day, now));
          }
          return added.isSuccess()
              ? announced(change, security, name, basis, checked, added)
              : added;
        });
  }

  /** Where prices that decide have the actions in them already, they are not wanted beside. */
  private Result<Long> announced(
      UniverseStore.Change change,
      Security security,
      String source,
      PriceBasis basis,
      BarCheck.Checked checked,
      Result<Long> added) {
    boolean inPrices =
        basis == PriceBasis.TOTAL_RETURN
            || change
                .bars(security.isin())
                .filter(series -> series.basis() == PriceBasis.TOTAL_RETURN)
                .isPresent();
    if (inPrices) {
      return added;
    }
    boolean workedIn = basis != PriceBasis.RAW;
    List<CorporateAction> actions =
        new RawActions(security, source, workedIn, Venues.of(security.exchange()), now)
            .of(checked.rows());
    Optional<Problem> refusal = announcing.put(change, actions, now);
    return refusal.isPresent() ? Result.failure(refusal.get()) : added;
  }

  private static Result<Long> merge(
      UniverseStore.Change change, Security security, String source, PriceBasis basis, Bars bars) {
    Optional<BarSeries> stored = change.bars(security.isin(), source);
    int before = stored.map(series -> series.bars().size()).orElse(0);
    return switch (SeriesMerge.merge(stored.orElse(null), basis, source, bars, change.now())) {
      case SeriesMerge.Outcome.Unchanged() -> Result.success(0L);
      case SeriesMerge.Outcome.Replaced(BarSeries series) -> {
        change.putBars(security.isin(), series);
        yield Result.success((long) Math.max(0, series.bars().size() - before));
      }
      case SeriesMerge.Outcome.Refused(String message) ->
          SourceReason.SOURCE_RESTATED.failure(message);
    };
  }
}
