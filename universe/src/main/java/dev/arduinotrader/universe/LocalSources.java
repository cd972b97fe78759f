package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.sources.BarCheck;
import dev.arduinotrader.universe.sources.PriceSync;
import dev.arduinotrader.universe.sources.QuoteSync;
import dev.arduinotrader.universe.sources.SourceGuard;
import dev.arduinotrader.universe.sources.SourceSet;
import dev.arduinotrader.universe.sources.SyncStoring;
import dev.arduinotrader.universe.store.MarketChoice;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sources in this process: their list, their trial, and the sync of prices from them. */
final class LocalSources implements SourceControl {
  private static final int TEST_DAYS = 14;

  /** What a caller needs to get the report after the work has ended. */
  private static final Duration REPORT_TIME = Duration.ofSeconds(2);

  private final UniverseStore store;
  private final SourceSet sources;
  private final BarCheck check;
  private final TraderClock clock;
  private final FundamentalsSyncs fundamentals;
  private final SharedSync<SyncProgress, SyncReport> shared = new SharedSync<>();

  LocalSources(UniverseStore store, SourceSet sources, BarCheck check, TraderClock clock) {
    this.store = store;
    this.sources = sources;
    this.check = check;
    this.clock = clock;
    this.fundamentals = new FundamentalsSyncs(store, sources, clock);
  }

  /** Whether prices come from sources at all here. */
  boolean areInUse() {
    return store.choice() instanceof MarketChoice.Imported
        && !store.sourceStore().settings().isEmpty();
  }

  @Override
  public Result<SourceList> listSources(CallContext context) {
    return Result.success(list());
  }

  private SourceList list() {
    List<SourceStatus> statuses = sources.all().stream().map(SourceGuard::status).toList();
    return new SourceList(statuses, version(statuses.stream().map(SourceStatus::setting).toList()));
  }

  /** Of the settings alone: who is believed first is another list. */
  private static String version(List<SourceSetting> settings) {
    return Json.hash(settings.stream().sorted(Comparator.comparing(SourceSetting::name)).toList());
  }

  @Override
  public Result<SourceList> changeSources(CallContext context, ChangeSources command) {
    Optional<Problem> refusal = SourceRules.check(command.sources());
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    UniverseStore.Command stored =
        new UniverseStore.Command(context.account(), command.commandId(), command, clock.now());
    return store.change(stored, Boolean.class, change -> put(change, command)).map(done -> list());
  }

  private static Result<Boolean> put(UniverseStore.Change change, ChangeSources command) {
    List<SourceSetting> before = change.sourceStore().settings();
    if (!version(before).equals(command.fromVersion())) {
      return SourceReason.SOURCES_CHANGED.failure(
          "expected a change of the list of sources as it is, found one of an older list"
              + "\nMaybe look at it again: trader universe sources list.");
    }
    return UniverseChanges.chooseImported(change)
        .map(
            done -> {
              change.sourceStore().put(command.sources());
              change.order(ranking(change.ranking().names(), command.sources()));
              change.tell(
                  "SOURCES_CHANGED",
                  command.sources().size() + " sources of market data are configured",
                  Map.of("sources", command.sources().stream().map(SourceSetting::name).toList()));
              return true;
            });
  }

  /** The new sources in their order take the places of sources; what else is ranked stays. */
  private static SourceRanking ranking(List<String> before, List<SourceSetting> sources) {
    List<String> names = sources.stream().map(SourceSetting::name).toList();
    Iterator<String> next = names.iterator();
    List<String> ranked = new ArrayList<>();
    for (String name : before) {
      if (!names.contains(name)) {
        ranked.add(name);
      } else if (next.hasNext()) {
        ranked.add(next.next());
      }
    }
    next.forEachRemaining(ranked::add);
    return new SourceRanking(ranked);
  }

  @Override
  public Result<SourceTest> testSource(CallContext context, TestSource request) {
    Optional<SourceGuard> source = sources.find(request.source());
    Optional<Security> security = store.security(request.isin());
    if (source.isEmpty()) {
      return unknownSource(request.source());
    }
    if (security.isEmpty()) {
      return CommonReason.NOT_FOUND.failure(
          "no security " + request.isin() + " is in the universe");
    }
    Result<SourceTest> test = test(context, source.get(), security.get());
    sources.keepHealth();
    return test;
  }

  private SyncStoring storing(CallContext context) {
    return new SyncStoring(store, context.account(), clock.now(), ActionStoring::put);
  }

  private <T> Result<T> unknownSource(String name) {
    return SourceReason.SOURCE_UNKNOWN.failure(
        "expected one of the configured sources (%s), found '%s'"
            .formatted(
                store.sourceStore().settings().stream()
                    .map(SourceSetting::name)
                    .collect(Collectors.joining(", ")),
                name));
  }

  private Result<SourceTest> test(CallContext context, SourceGuard source, Security security) {
    Instant now = context.decisionTime();
    Venue venue = Venues.of(security.exchange());
    LocalDate today = LocalDate.ofEpochDay(venue.epochDay(now));
    Instant before = clock.now();
    return source
        .ask(
            context.deadline().remaining(),
            () -> source.source().fetchBars(security, today.minusDays(TEST_DAYS), today))
        .map(
            fetched ->
                check.check(
                    security,
                    fetched,
                    storing(context).bars(security, source.source().name()).orElse(null),
                    venue,
                    now))
        .map(checked -> tested(source, checked, Duration.between(before, clock.now()).toMillis()));
  }

  private static SourceTest tested(SourceGuard source, BarCheck.Checked checked, long millis) {
    List<String> rejected = checked.rejected().stream().map(BarCheck.BadValue::why).toList();
    if (!checked.isClean()) {
      source.lied(checked.summary());
    }
    return checked
        .bars()
        .map(
            (Bars bars) ->
                new SourceTest(
                    bars.size(),
                    LocalDate.ofEpochDay(bars.lastDay()),
                    bars.closes()[bars.size() - 1],
                    rejected,
                    millis))
        .orElseGet(() -> new SourceTest(0, null, Double.NaN, rejected, millis));
  }

  /**
   * Brings securities up to date from the sources; the answer of a repeated command is its first.
   */
  Result<SyncReport> sync(
      CallContext context, SyncRequest request, ProgressSink<SyncProgress> progress) {
    UniverseStore.Command command =
        new UniverseStore.Command(context.account(), request.commandId(), request, clock.now());
    Optional<Result<SyncReport>> answered = store.answered(command, SyncReport.class);
    if (answered.isPresent()) {
      return answered.get();
    }
    String only = request.source();
    if (only != null && sources.find(only).isEmpty()) {
      return unknownSource(only);
    }
    return shared
        .run(
            context,
            request,
            progress,
            (told, abandoned) -> {
              PriceSync sync =
                  new PriceSync(
                      sources.all(),
                      storing(context),
                      check,
                      request,
                      context.decisionTime(),
                      () -> context.deadline().remaining().minus(REPORT_TIME));
              SyncReport report = sync.run(store.securities(), told, abandoned);
              Result<SyncReport> whole = quotes(context, request, report);
              sources.keepHealth();
              return whole;
            })
        .then(report -> store.change(command, SyncReport.class, change -> tell(change, report)));
  }

  /**
   * Keeps what open markets cost now: it is known to every decision from here on. With a clock that
   * was started elsewhere, now is not when the sources think it is, and nothing is asked.
   */
  private Result<SyncReport> quotes(CallContext context, SyncRequest request, SyncReport report) {
    if (clock.isChosen()) {
      return Result.success(report);
    }
    List<SourceGuard> asked =
        sources.all().stream()
            .filter(each -> request.source() == null || isNamed(each, request.source()))
            .toList();
    List<Security> wanted =
        store.securities().stream()
            .filter(each -> request.only().isEmpty() || request.only().contains(each.isin()))
            .toList();
    QuoteSync sync =
        new QuoteSync(
            asked,
            security -> store.bars(security.isin()),
            () -> context.deadline().remaining().minus(REPORT_TIME));
    sync.run(wanted, clock.now());
    SyncReport whole = report.withQuotes(sync.believed().size(), sync.failures());
    if (sync.believed().isEmpty()) {
      return Result.success(whole);
    }
    return store.write(
        context.account(),
        clock.now(),
        change -> {
          sync.believed().forEach(change::put);
          return Result.success(whole);
        });
  }

  private static boolean isNamed(SourceGuard guard, String name) {
    return guard.source().name().equals(name);
  }

  /** Brings dated facts up to date from the sources that offer some. */
  Result<FundamentalsSyncReport> syncFundamentals(
      CallContext context, SyncRequest request, ProgressSink<FundamentalsProgress> progress) {
    String only = request.source();
    return only != null && sources.find(only).isEmpty()
        ? unknownSource(only)
        : fundamentals.sync(context, request, progress);
  }

  private static Result<SyncReport> tell(UniverseStore.Change change, SyncReport report) {
    if (report.barsAdded() > 0 || !report.failures().isEmpty()) {
      change.tell(
          "PRICES_SYNCED",
          "%d new daily bars of %d securities, %d failures"
              .formatted(report.barsAdded(), report.securities(), report.failures().size()),
          Map.of(
              "securities", report.securities(),
              "bars_added", report.barsAdded(),
              "failures", report.failures().stream().limit(20).toList(),
              "remaining", report.remaining()));
    }
    return Result.success(report);
  }

  /** How every source is doing, in one line for the health check. */
  String health() {
    List<SourceStatus> statuses = list().sources();
    return statuses.isEmpty()
        ? "none configured"
        : statuses.stream().map(LocalSources::line).collect(Collectors.joining("; "));
  }

  private static String line(SourceStatus status) {
    SourceHealth health = status.health();
    String name = status.setting().name() + ": ";
    if (health.equals(SourceHealth.UNTRIED)) {
      return name + "not asked yet";
    }
    String last = health.lastSuccess() == null ? "never" : health.lastSuccess().toString();
    return health.isGood() && health.lastFailureWhy().isEmpty()
        ? name + "good, last success " + last
        : name
            + "%d failures in a row, last success %s, last failure %s: %s%s"
                .formatted(
                    health.failuresInARow(),
                    last,
                    health.lastFailure(),
                    health.lastFailureWhy().lines().findFirst().orElse(""),
                    health.restingUntil() == null
                        ? ""
                        : ", resting until " + health.restingUntil());
  }
}
