package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.FundamentalsProgress;
import dev.arduinotrader.universe.FundamentalsSyncReport;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceAbility;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.SyncRequest;
import dev.arduinotrader.universe.store.SourceStore.Cursor;
import dev.arduinotrader.universe.store.SourceStore.CursorKey;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One run over all securities: the facts of each from the first source that has some. */
public final class FundamentalsSync {
  /** No name of a source has a slash, so these cursors are nobody else's. */
  private static final String CURSOR_SUFFIX = "/fundamentals";

  /** A value that stays the same is noted again after so many days, as a sign of life. */
  private static final int SAME_AGAIN_DAYS = 30;

  private static final int FAILURES_KEPT_MAX = 1_000;

  private static final Set<String> HAS_NONE =
      Set.of(SourceReason.SOURCE_NO_DATA.name(), SourceReason.SOURCE_NO_SYMBOL.name());

  private final List<SourceGuard> sources;
  private final UniverseStore store;
  private final AccountId account;
  private final SyncRequest request;
  private final Instant now;
  private final Supplier<Duration> remaining;
  private final int today;
  private final List<String> failures = new ArrayList<>();
  private long added;

  /**
   * @param sources in the owner's order; those that offer no facts are left out
   * @param now when what is stored now was learned
   * @param remaining how much time is left for the whole run
   */
  public FundamentalsSync(
      List<SourceGuard> sources,
      UniverseStore store,
      AccountId account,
      SyncRequest request,
      Instant now,
      Supplier<Duration> remaining) {
    this.sources =
        sources.stream()
            .filter(guard -> guard.source().abilities().contains(SourceAbility.FUNDAMENTALS))
            .filter(
                guard -> request.source() == null || request.source().equals(guard.source().name()))
            .toList();
    this.store = store;
    this.account = account;
    this.request = request;
    this.now = now;
    this.remaining = remaining;
    this.today = Math.toIntExact(LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay());
  }

  /** Works until all is done, the time is up, or nobody listens any more. */
  public FundamentalsSyncReport run(
      List<Security> securities,
      Consumer<FundamentalsProgress> progress,
      BooleanSupplier cancelled) {
    Map<CursorKey, Cursor> cursors = store.sourceStore().cursors();
    List<Security> wanted = sources.isEmpty() ? List.of() : wanted(securities);
    List<Security> due =
        wanted.stream()
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
      sync(security);
      done++;
      progress.accept(progress(done, due.size(), security, failedBefore));
    }
    return new FundamentalsSyncReport(
        wanted.size(),
        added,
        failures.subList(0, Math.min(failures.size(), FAILURES_KEPT_MAX)),
        due.size() - done);
  }

  private FundamentalsProgress progress(int done, int total, Security security, int before) {
    String newest = failures.size() > before ? failures.getLast() : "";
    return new FundamentalsProgress(done, total, security.symbol(), added, failures.size(), newest);
  }

  private List<Security> wanted(List<Security> securities) {
    return securities.stream()
        .filter(security -> request.only().isEmpty() || request.only().contains(security.isin()))
        .toList();
  }

  private boolean isDue(Security security, Map<CursorKey, Cursor> cursors) {
    return !request.only().isEmpty()
        || request.source() != null
        || sources.stream()
            .map(source -> cursors.get(key(security, source)))
            .noneMatch(cursor -> cursor != null && cursor.coveredUntil() >= today);
  }

  private Instant lastAsked(Security security, Map<CursorKey, Cursor> cursors) {
    return sources.stream()
        .map(source -> cursors.get(key(security, source)))
        .filter(Objects::nonNull)
        .map(Cursor::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static CursorKey key(Security security, SourceGuard source) {
    return new CursorKey(security.isin(), source.source().name() + CURSOR_SUFFIX);
  }

  private void sync(Security security) {
    boolean allAnswered = true;
    for (SourceGuard source : sources) {
      Result<SourceFacts> fetched =
          source.ask(remaining.get(), () -> source.source().fetchFundamentals(security));
      switch (fetched) {
        case Result.Success<SourceFacts>(SourceFacts facts) -> {
          store(security, source, facts);
          return;
        }
        case Result.Failure<SourceFacts>(Problem problem) -> {
          if (!HAS_NONE.contains(problem.code())) {
            fail(security, source, problem.message());
            allAnswered = false;
          }
        }
      }
    }
    if (allAnswered) {
      // Nobody knows anything about it: that is an answer too, until tomorrow.
      note(security, sources.getFirst());
    }
  }

  private void store(Security security, SourceGuard source, SourceFacts facts) {
    List<Fundamental> known = store.fundamentals(security.isin(), now);
    List<Fundamental> told = facts.facts().stream().filter(fact -> !isKnown(known, fact)).toList();
    int stored =
        store
            .write(
                account,
                now,
                change -> {
                  int count = 0;
                  for (Fundamental fact : told) {
                    count += change.put(fact) ? 1 : 0;
                  }
                  change.sourceStore().put(key(security, source), new Cursor(today, now));
                  return Result.success(count);
                })
            .orElseThrow();
    added += stored;
    facts.rejected().forEach(why -> fail(security, source, why));
    if (!facts.rejected().isEmpty()) {
      source.lied(facts.rejected().getLast());
    }
  }

  private void note(Security security, SourceGuard source) {
    store
        .write(
            account,
            now,
            change -> {
              change.sourceStore().put(key(security, source), new Cursor(today, now));
              return Result.success(true);
            })
        .orElseThrow();
  }

  /** Whether the source said just the same last, and not long ago. */
  private static boolean isKnown(List<Fundamental> known, Fundamental fact) {
    return known.stream()
        .filter(before -> before.field() == fact.field() && before.source().equals(fact.source()))
        .reduce((earlier, later) -> later)
        .filter(last -> last.value().compareTo(fact.value()) == 0)
        .filter(last -> last.unit().equals(fact.unit()))
        .filter(last -> last.asOf().plusDays(SAME_AGAIN_DAYS).isAfter(fact.asOf()))
        .isPresent();
  }

  private void fail(Security security, SourceGuard source, String why) {
    failures.add("%s from %s: %s".formatted(security.symbol(), source.source().name(), why));
  }
}
