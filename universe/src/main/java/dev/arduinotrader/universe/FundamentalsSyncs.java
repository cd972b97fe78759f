package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.sources.FundamentalsSync;
import dev.arduinotrader.universe.sources.SourceSet;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Syncs of dated facts in this process: those of the same extent at once are one. */
final class FundamentalsSyncs {
  /** What a caller needs to get the report after the work has ended. */
  private static final Duration REPORT_TIME = Duration.ofSeconds(2);

  private static final int FAILURES_TOLD_MAX = 20;

  private final UniverseStore store;
  private final SourceSet sources;
  private final TraderClock clock;
  private final SharedSync<FundamentalsProgress, FundamentalsSyncReport> shared =
      new SharedSync<>();

  FundamentalsSyncs(UniverseStore store, SourceSet sources, TraderClock clock) {
    this.store = store;
    this.sources = sources;
    this.clock = clock;
  }

  /** The answer of a repeated command is its first. */
  Result<FundamentalsSyncReport> sync(
      CallContext context, SyncRequest request, ProgressSink<FundamentalsProgress> progress) {
    UniverseStore.Command command =
        new UniverseStore.Command(
            context.account(), request.commandId(), new Wish("FUNDAMENTALS", request), clock.now());
    Optional<Result<FundamentalsSyncReport>> answered =
        store.answered(command, FundamentalsSyncReport.class);
    return answered.orElseGet(
        () ->
            shared
                .run(
                    context,
                    request,
                    progress,
                    (told, abandoned) -> {
                      FundamentalsSync sync =
                          new FundamentalsSync(
                              sources.all(),
                              store,
                              context.account(),
                              request,
                              clock.now(),
                              () -> context.deadline().remaining().minus(REPORT_TIME));
                      FundamentalsSyncReport report = sync.run(store.securities(), told, abandoned);
                      sources.keepHealth();
                      return Result.success(report);
                    })
                .then(
                    report ->
                        store.change(
                            command,
                            FundamentalsSyncReport.class,
                            change -> tell(change, report))));
  }

  /** So that a sync of prices of the same id is another command. */
  private record Wish(String what, SyncRequest request) {}

  private static Result<FundamentalsSyncReport> tell(
      UniverseStore.Change change, FundamentalsSyncReport report) {
    if (report.valuesAdded() > 0 || !report.failures().isEmpty()) {
      change.tell(
          "FUNDAMENTALS_SYNCED",
          "%d new values of %d securities, %d failures"
              .formatted(report.valuesAdded(), report.securities(), report.failures().size()),
          Map.of(
              "securities", report.securities(),
              "values_added", report.valuesAdded(),
              "failures", report.failures().stream().limit(FAILURES_TOLD_MAX).toList(),
              "remaining", report.remaining()));
    }
    return Result.success(report);
  }
}
