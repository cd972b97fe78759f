package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.SyncProgress;
import dev.arduinotrader.universe.SyncReport;
import dev.arduinotrader.universe.SyncRequest;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.model.calendar.SessionAnswer;
import dev.arduinotrader.universe.store.SourceStore.Cursor;
import dev.arduinotrader.universe.store.SourceStore.CursorKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One run over all securities: each from the first source that has it, one's failure its own. */
public final class PriceSync {
  /** How much is asked for again, to notice a past that the source has changed. */
  private static final int OVERLAP_DAYS = 14;

  private static final int FIRST_YEARS = 10;
  private static final int FAILURES_KEPT_MAX = 1_000;

  private final List<SourceGuard> sources;
  private final SyncStoring storing;
  private final BarCheck check;
  private final SyncRequest request;
  private final Instant now;
  private final Supplier<Duration> remaining;
  private final List<String> failures = new ArrayList<>();
  private long added;

  /**
   * @param remaining how much time is left for the whole run
   */
  public PriceSync(
      List<SourceGuard> sources,
      SyncStoring storing,
      BarCheck check,
      SyncRequest request,
      Instant now,
      Supplier<Duration> remaining) {
    this.sources = sources;
    this.storing = storing;
    this.check = check;
    this.request = request;
    this.now = now;
    this.remaining = remaining;
  }

  /** Works until all is done, the time is up, or nobody listens any more. */
  public SyncReport run(
      List<Security> securities, Consumer<SyncProgress> progress, BooleanSupplier cancelled) {
    Map<CursorKey, Cursor> cursors = storing.cursors();
    List<Security> due =
        securities.stream()
            .filter(this::isWanted)
            .filter(security -> isDue(security, cursors))
            .sorted(Comparator.comparing(security -> lastAsked(security, cursors)))
            .toList();
    int done = 0;
    for (Security security : due) {
      if (cancelled.getAsBoolean() || !remaining.get().isPositive()) {
        break;
      }
      int failedBefore = failures.size();
      progress.accept(progress(done, due.size(), security, failedBefore));
      sync(security, cursors);
      done++;
      progress.accept(progress(done, due.size(), security, failedBefore));
    }
    return new SyncReport(
        Math.toIntExact(securities.stream().filter(this::isWanted).count()),
        added,
        failures.subList(0, Math.min(failures.size(), FAILURES_KEPT_MAX)),
        due.size() - done,
        0);
  }

  private SyncProgress progress(int done, int total, Security security, int failedBefore) {
    String newest = failures.size() > failedBefore ? failures.getLast() : "";
    return new SyncProgress(done, total, security.symbol(), added, failures.size(), newest);
  }

  private boolean isWanted(Security security) {
    return request.only().isEmpty() || request.only().contains(security.isin());
  }

  /** Whether a session has closed that no source has been asked for with success. */
  private boolean isDue(Security security, Map<CursorKey, Cursor> cursors) {
    if (!request.only().isEmpty() || request.source() != null) {
      return true;
    }
    int closed = lastClosed(security);
    return sources.stream()
        .map(source -> cursors.get(key(security, source)))
        .noneMatch(cursor -> cursor != null && cursor.coveredUntil() >= closed);
  }

  private Instant lastAsked(Security security, Map<CursorKey, Cursor> cursors) {
    return sources.stream()
        .map(source -> cursors.get(key(security, source)))
        .filter(java.util.Objects::nonNull)
        .map(Cursor::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static CursorKey key(Security security, SourceGuard source) {
    return new CursorKey(security.isin(), source.source().name());
  }

  /** The day of the last session that has closed; beyond the known calendar the day before. */
  private int lastClosed(Security security) {
    Venue venue = Venues.of(security.exchange());
    int today = venue.epochDay(now);
    LocalDate date = LocalDate.ofEpochDay(today);
    boolean closedToday =
        venue.calendar().isSession(date) == SessionAnswer.YES && !venue.closeAt(today).isAfter(now);
    LocalDate last =
        closedToday
            ? date
            : venue
                .calendar()
                .previousSession(date)
                .map(session -> session.date())
                .orElse(date.minusDays(1));
    return Math.toIntExact(last.toEpochDay());
  }

  private void sync(Security security, Map<CursorKey, Cursor> cursors) {
    for (SourceGuard source : sources) {
      boolean wanted = request.source() == null || request.source().equals(source.source().name());
      if (wanted && remaining.get().isPositive() && fromSource(security, source, cursors)) {
        return;
      }
    }
  }

  /** Whether the security is up to date now; otherwise the next source is asked. */
  private boolean fromSource(
      Security security, SourceGuard source, Map<CursorKey, Cursor> cursors) {
    LocalDate to = LocalDate.ofEpochDay(lastClosed(security));
    LocalDate first = to.minusYears(FIRST_YEARS);
    Cursor cursor = cursors.get(key(security, source));
    LocalDate from =
        cursor == null
            ? first
            : LocalDate.ofEpochDay(cursor.coveredUntil()).minusDays(OVERLAP_DAYS);
    Result<Long> stored = fetchAndStore(security, source, from, to);
    boolean restated =
        stored instanceof Result.Failure<Long>(Problem problem)
            && problem.code().equals(SourceReason.SOURCE_RESTATED.name());
    if (restated && from.isAfter(first)) {
      stored =
          fetchAndStore(
              security,
              source,
              storing.firstDay(security, source.source().name()).orElse(first),
              to);
    }
    return switch (stored) {
      case Result.Success<Long>(Long bars) -> {
        added += bars;
        yield true;
      }
      case Result.Failure<Long>(Problem problem) -> {
        if (!problem.code().equals(SourceReason.SOURCE_BAD_VALUE.name())) {
          fail(security, source, problem.message());
        }
        yield false;
      }
    };
  }

  private Result<Long> fetchAndStore(
      Security security, SourceGuard source, LocalDate from, LocalDate to) {
    Venue venue = Venues.of(security.exchange());
    return source
        .ask(remaining.get(), () -> source.source().fetchBars(security, from, to))
        .then(
            fetched -> {
              BarSeries known = storing.bars(security, source.source().name()).orElse(null);
              BarCheck.Checked checked = check.check(security, fetched, known, venue, now);
              note(security, source, from, checked);
              // A series that begins with a hole would stand before the next source's good one.
              return checked.isDoubtful(to) && known == null
                  ? doubtful(checked)
                  : store(security, source, fetched.basis(), checked, to);
            });
  }

  private void note(
      Security security, SourceGuard source, LocalDate from, BarCheck.Checked checked) {
    storing.note(security, source.source().name(), from, checked.findings());
    if (!checked.isClean()) {
      source.lied(checked.summary());
      fail(security, source, checked.summary());
    }
  }

  private void fail(Security security, SourceGuard source, String why) {
    failures.add("%s from %s: %s".formatted(security.symbol(), source.source().name(), why));
  }

  /** Good bars beside bad ones are stored; where the newest are bad, the next source is asked. */
  private Result<Long> store(
      Security security,
      SourceGuard source,
      PriceBasis basis,
      BarCheck.Checked checked,
      LocalDate to) {
    Result<Long> stored = storing.store(security, source, basis, checked, to);
    if (checked.isDoubtful(to) && stored instanceof Result.Success<Long>(Long bars)) {
      added += bars;
      return doubtful(checked);
    }
    return stored;
  }

  private static Result<Long> doubtful(BarCheck.Checked checked) {
    return SourceReason.SOURCE_BAD_VALUE.failure(checked.summary());
  }
}
