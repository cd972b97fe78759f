package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.model.sample.SampleMarket;
import dev.arduinotrader.universe.store.MarketChoice;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that changes the universe's state: additions, imports and syncs. */
final class UniverseChanges {
  private final UniverseStore store;
  private final @Nullable SimulatedMarket sample;
  private final long sampleSeed;
  private final TraderClock clock;

  UniverseChanges(
      UniverseStore store, @Nullable SimulatedMarket sample, long sampleSeed, TraderClock clock) {
    this.store = store;
    this.sample = sample;
    this.sampleSeed = sampleSeed;
    this.clock = clock;
  }

  private UniverseStore.Command command(CallContext context, CommandId id, Object request) {
    return new UniverseStore.Command(context.account(), id, request, clock.now());
  }

  /** Adds or corrects one security's facts. */
  Result<Security> add(CallContext context, AddSecurity command) {
    Security security = command.security();
    if (Venues.find(security.exchange()).isEmpty()) {
      return Result.failure(
          Problem.invalid(
              "exchange",
              "expected the market identifier code of a known venue (%s), found '%s'"
                  .formatted(String.join(", ", Venues.mics()), security.exchange())));
    }
    return store.change(
        command(context, command.commandId(), command),
        Security.class,
        change ->
            chooseImported(change)
                .then(done -> SecurityAdditions.put(change, security, context.actor()))
                .map(SecuritySheet::security));
  }

  /** Imports a file or folder, whole or not at all. */
  Result<ImportReport> importPrices(
      CallContext context, ImportRequest request, ProgressSink<ImportProgress> progress) {
    UniverseStore.Command command = command(context, request.commandId(), request);
    return store
        .answered(command, ImportReport.class)
        .orElseGet(
            () ->
                ImportReading.read(request.path(), progress)
                    .then(
                        plan ->
                            store.change(
                                command,
                                ImportReport.class,
                                change ->
                                    chooseImported(change)
                                        .then(done -> ImportStoring.store(change, plan)))));
  }

  /** Notes that this installation lives on imported prices; refused when it traded the sample. */
  static Result<Boolean> chooseImported(UniverseStore.Change change) {
    return switch (change.choice()) {
      case MarketChoice.Imported ignored -> Result.success(true);
      case MarketChoice.Undecided ignored -> {
        change.choose(new MarketChoice.Imported());
        yield Result.success(true);
      }
      case MarketChoice.Sample ignored ->
          UniverseReason.SAMPLE_MARKET_IN_USE.failure(
              "this data directory has traded the simulated sample market, and real prices must not"
                  + " mix with it\nMaybe use an empty directory: --data OTHER-DIR.");
    };
  }

  /** Brings the living source, if there is one, up to the decision time. */
  Result<SyncReport> sync(
      CallContext context, SyncRequest request, ProgressSink<SyncProgress> progress) {
    Result<SyncReport> report =
        store.change(
            command(context, request.commandId(), request),
            SyncReport.class,
            change -> {
              SimulatedMarket simulated = sample;
              return simulated == null || change.choice() instanceof MarketChoice.Imported
                  ? Result.success(new SyncReport(0, 0, List.of()))
                  : Result.success(advance(change, simulated, context.decisionTime()));
            });
    if (report instanceof Result.Success<SyncReport>(SyncReport done) && done.securities() > 0) {
      progress.send(new SyncProgress(done.securities(), done.securities(), SampleMarket.SOURCE));
    }
    return report;
  }

  /** Bars of the sample market are never stored; only how far it was looked at. */
  private SyncReport advance(UniverseStore.Change change, SimulatedMarket market, Instant now) {
    Instant until =
        change.choice() instanceof MarketChoice.Sample(long seed, Instant syncedUntil)
            ? syncedUntil
            : null;
    long added = 0;
    for (Security security : market.securities()) {
      long before = until == null ? 0 : market.barsKnown(security, until);
      added += Math.max(0, market.barsKnown(security, now) - before);
    }
    if (until == null || now.isAfter(until)) {
      change.choose(new MarketChoice.Sample(sampleSeed, now));
    }
    int securities = market.securities().size();
    if (added > 0) {
      change.tell(
          "PRICES_SYNCED",
          "%d new daily bars of %d simulated securities".formatted(added, securities),
          Map.of("securities", securities, "bars_added", added, "until", now.toString()));
    }
    return new SyncReport(securities, added, List.of());
  }
}
