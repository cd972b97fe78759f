package dev.arduinotrader.universe;

import dev.arduinotrader.contracts.universe.UniverseServiceGrpc;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.health.HealthReporter;
import dev.arduinotrader.platform.health.SelfCheck;
import dev.arduinotrader.platform.time.Pauses;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.grpc.GrpcUniverseClient;
import dev.arduinotrader.universe.grpc.GrpcUniverseServer;
import dev.arduinotrader.universe.model.sample.SampleMarket;
import dev.arduinotrader.universe.sources.BarCheck;
import dev.arduinotrader.universe.sources.ConfiguredSources;
import dev.arduinotrader.universe.sources.Secrets;
import dev.arduinotrader.universe.sources.SourceFactory;
import dev.arduinotrader.universe.sources.SourceSet;
import dev.arduinotrader.universe.store.MarketChoice;
import dev.arduinotrader.universe.store.SqlUniverseStore;
import dev.arduinotrader.universe.store.UniverseStore;
import io.grpc.BindableService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the universe service, its gRPC server and its gRPC client. */
public final class UniverseModule implements AutoCloseable {
  /** The service's full name on the wire. */
  public static final String GRPC_NAME = UniverseServiceGrpc.SERVICE_NAME;

  private static final Logger LOG = LoggerFactory.getLogger(UniverseModule.class);
  private static final Duration FOLDER_SYNC_TIME = Duration.ofMinutes(10);
  private static final int FAILURES_LOGGED_MAX = 20;

  /** A weekend with a holiday on either side. */
  private static final int PRICE_AGE_DAYS_MAX = 5;

  private final SqlUniverseStore store;
  private final UniverseService service;
  private final SourceFactory makers;
  private final SourceSet sourceSet;
  private final LocalSources sources;
  private final FolderWatch folders;
  private final TraderClock clock;
  private final boolean sampleAllowed;

  private UniverseModule(
      UniverseSettings settings, SqlUniverseStore store, TraderClock clock, SourceFactory makers) {
    this.store = store;
    this.clock = clock;
    this.folders = new FolderWatch(() -> store.sourceStore().settings(), this::syncFolder);
    this.makers = makers;
    this.sourceSet = new SourceSet(store.sourceStore(), store::ranking, makers, clock);
    this.sources = new LocalSources(store, sourceSet, BarCheck.full(), clock);
    this.sampleAllowed = settings.sampleMarket();
    this.service =
        new LocalUniverseService(
            store,
            sampleAllowed ? new SimulatedMarket(SampleMarket.of(settings.sampleSeed())) : null,
            settings.sampleSeed(),
            clock,
            sources,
            new HealthReporter(
                    clock, List.of(databaseCheck(), marketCheck(), priceCheck(), sourceCheck()))
                ::report);
  }

  /**
   * Opens the universe of a data directory, which must exist.
   *
   * @return SAMPLE_MARKET_OFF when the directory traded a sample market that the settings exclude
   */
  public static Result<UniverseModule> open(UniverseSettings settings, TraderClock clock) {
    return open(
        settings,
        clock,
        store ->
            new ConfiguredSources(
                clock, Pauses.real(), new Secrets(System.getenv()), symbolsOf(store)));
  }

  /** What the owner or a file said that a security is called at a source. */
  static BiFunction<Security, String, Optional<String>> symbolsOf(UniverseStore store) {
    return (security, source) ->
        store
            .details(security.isin())
            .flatMap(details -> details.value(SecurityField.dataSymbol(source)));
  }

  /**
   * As {@link #open(UniverseSettings, TraderClock)} with sources that are made in another way, for
   * tests and simulations.
   */
  static Result<UniverseModule> open(
      UniverseSettings settings, TraderClock clock, Function<UniverseStore, SourceFactory> makers) {
    SqlUniverseStore store = SqlUniverseStore.open(settings.databases());
    Optional<String> clash = clash(settings, store.choice());
    if (clash.isPresent()) {
      store.close();
      return UniverseReason.SAMPLE_MARKET_OFF.failure(clash.get());
    }
    return Result.success(new UniverseModule(settings, store, clock, makers.apply(store)));
  }

  private static Optional<String> clash(UniverseSettings settings, MarketChoice choice) {
    if (!(choice instanceof MarketChoice.Sample traded)) {
      return Optional.empty();
    }
    if (settings.sampleMarket() && settings.sampleSeed() == traded.seed()) {
      return Optional.empty();
    }
    return Optional.of(
        "expected the sample market of seed %d, which %s has traded, found %s%s"
            .formatted(
                traded.seed(),
                settings.dataDirectory(),
                settings.sampleMarket() ? "seed " + settings.sampleSeed() : "it switched off",
                "\nMaybe use an empty directory: --data OTHER-DIR."));
  }

  /** Begins to watch the folders of sources: what is new there is taken without a command. */
  public void start() {
    folders.start();
  }

  /** Looks once at the folders of sources; a change is taken at the second look that sees it. */
  void lookAtFolders() {
    folders.look();
  }

  private void syncFolder(String source) {
    Instant now = clock.now();
    String name = "folder-%s-%d".formatted(source, now.toEpochMilli());
    CallContext context =
        new CallContext(
            AccountId.SHARED,
            "folder-watch",
            RequestId.of(name),
            Deadline.after(FOLDER_SYNC_TIME),
            now);
    SyncRequest request = new SyncRequest(CommandId.of(name), List.of(), source);
    warn(
        source,
        service.syncPrices(context, request, ProgressSink.ignoring()).map(SyncReport::failures));
    SyncRequest facts = new SyncRequest(CommandId.of(name + "-facts"), List.of(), source);
    warn(
        source,
        service
            .syncFundamentals(context, facts, ProgressSink.ignoring())
            .map(FundamentalsSyncReport::failures));
  }

  private static void warn(String source, Result<List<String>> synced) {
    List<String> failures =
        switch (synced) {
          case Result.Success<List<String>>(List<String> some) -> some;
          case Result.Failure<List<String>>(Problem problem) -> List.of(problem.message());
        };
    failures.stream()
        .limit(FAILURES_LOGGED_MAX)
        .forEach(why -> LOG.warn("a changed file of source {} was not taken: {}", source, why));
  }

  /** The service in this process. */
  public UniverseService local() {
    return service;
  }

  /** What answers gRPC calls with a service. */
  public static BindableService server(UniverseService service) {
    return new GrpcUniverseServer(service);
  }

  /** The service of another process. */
  public static UniverseService client(RemoteCalls calls) {
    return new GrpcUniverseClient(calls);
  }

  private SelfCheck databaseCheck() {
    // Not the platform's own check, which reads the whole file: prices fill many megabytes.
    return new SelfCheck(
        "database", () -> new ServiceHealth.Check("database", true, store.check()));
  }

  private SelfCheck marketCheck() {
    return new SelfCheck("market", () -> new ServiceHealth.Check("market", true, market()));
  }

  /**
   * Old prices make no unhealthy service, because no order leaves on them; but nothing will be
   * traded until there are new ones, so a person should know.
   */
  private SelfCheck priceCheck() {
    return new SelfCheck("prices", this::priceAge);
  }

  private ServiceHealth.Check priceAge() {
    if (!(store.choice() instanceof MarketChoice.Imported)) {
      return new ServiceHealth.Check("prices", true, "none imported");
    }
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    return store
        .newestDay()
        .map(day -> priceAge(day, ChronoUnit.DAYS.between(day, today)))
        .orElseGet(() -> new ServiceHealth.Check("prices", true, "none yet"));
  }

  private static ServiceHealth.Check priceAge(LocalDate newest, long days) {
    boolean old = days > PRICE_AGE_DAYS_MAX;
    String seen = "the newest is of %s, %d days ago".formatted(newest, Math.max(0, days));
    return new ServiceHealth.Check(
        "prices", true, old ? seen + ", expected at most " + PRICE_AGE_DAYS_MAX : seen, old);
  }

  /** A source that is down makes no unhealthy service: what is stored can still be read. */
  private SelfCheck sourceCheck() {
    return new SelfCheck(
        "sources", () -> new ServiceHealth.Check("sources", true, sources.health()));
  }

  private String market() {
    return switch (store.choice()) {
      case MarketChoice.Imported ignored -> "imported prices";
      case MarketChoice.Sample(long seed, var until) -> "simulated sample market of seed " + seed;
      case MarketChoice.Undecided ignored ->
          sampleAllowed ? "simulated sample market, not traded yet" : "no prices imported yet";
    };
  }

  @Override
  public void close() {
    folders.close();
    sourceSet.close();
    makers.close();
    store.close();
  }
}
