package dev.arduinotrader.app.system;

import dev.arduinotrader.gateway.AutopilotSettings;
import dev.arduinotrader.gateway.GatewayModule;
import dev.arduinotrader.gateway.HttpSettings;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.config.ConfigWatch;
import dev.arduinotrader.platform.config.DatabaseConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.figures.ProcessFigures;
import dev.arduinotrader.platform.grpc.ProcessServer;
import dev.arduinotrader.platform.health.DeploymentEpochs;
import dev.arduinotrader.platform.health.HealthBoard;
import dev.arduinotrader.platform.health.ProcessSelf;
import dev.arduinotrader.platform.health.SelfChecks;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.lifecycle.Lifecycle;
import dev.arduinotrader.platform.lock.HighWater;
import dev.arduinotrader.platform.lock.LockInfo;
import dev.arduinotrader.platform.lock.ServiceLock;
import dev.arduinotrader.platform.logging.CallLog;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.server.GrpcHost;
import dev.arduinotrader.platform.server.HostSettings;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.PostgresStandby;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start of one process, step by step; each step knows how it is undone. */
final class SystemStart {
  private static final Logger LOG = LoggerFactory.getLogger(SystemStart.class);
  private static final Money FIRST_DEPOSIT = Money.of("30000", Currency.EUR);
  private static final Duration CYCLE_INTERVAL = Duration.ofHours(1);
  private static final Duration CALM_AFTER_NEWS = Duration.ofSeconds(3);

  private static final long DISK_BYTES_MIN = 50L * 1024 * 1024;
  private static final long DISK_BYTES_WARNED = 500L * 1024 * 1024;

  /** Clocks of processes that share a data directory may differ by as much. */
  private static final Duration CLOCK_BACKSTEP_MAX = Duration.ofSeconds(2);

  /** Several commands may be given the same instant to start at, one after the other. */
  private static final Duration SAME_START_MAX = Duration.ofMinutes(15);

  private final SystemSettings settings;
  private final Placement placement;
  private final Path data;
  private final Lifecycle lifecycle;
  private final Ids ids = new RandomIds();
  private final String instanceId = ids.next();
  private final CallMetrics metrics = new CallMetrics();
  private final HealthBoard board = new HealthBoard();
  private final TraderClock clock;

  SystemStart(SystemSettings settings, Lifecycle lifecycle) {
    this.settings = settings;
    this.placement = settings.placement();
    this.data = settings.dataDirectory();
    this.lifecycle = lifecycle;
    this.clock =
        settings.clockStart() == null
            ? SystemClock.system()
            : SystemClock.startingAt(settings.clockStart());
  }

  /** Everything in order; throws what {@link Lifecycle#start} turns into a failure. */
  TraderSystem run() {
    lifecycle.attempt("the data directory", this::createDataDirectory);
    lockAll();
    HighWater highWater =
        lifecycle.attempt("the clock", () -> HighWater.open(data, clock, backstepMax()));
    if (settings.changing()) {
      lifecycle.open(
          "the clock's high water",
          () -> highWater.raise().map(done -> highWater),
          (water, remaining) -> water.raise());
    }
    if (settings.serving()) {
      lifecycle.open("the clock's keeper", () -> Result.success(ClockKeeper.start(highWater)));
    }
    Databases databases = lifecycle.attempt("the database", this::databases);
    TlsIdentity identity =
        lifecycle.attempt("the certificate", () -> Identities.of(placement.device())).orElse(null);
    Channels channels =
        lifecycle.open(
            "the connections",
            () -> Result.success(new Channels(identity, device(), metrics, new CallLog(device()))));
    Reach reach = new Reach(placement, channels, metrics);
    Reconfiguration reconfiguration = new Reconfiguration(placement, reach::turn);
    DeploymentEpochs epochs =
        new DeploymentEpochs(() -> reach.placement().services().deployment().epoch());
    ProcessSelf self =
        new ProcessSelf(
            instanceId,
            clock,
            epochs,
            () -> warnings(reconfiguration, epochs, reach, identity),
            List.of(
                SelfChecks.diskSpace(data, DISK_BYTES_MIN, DISK_BYTES_WARNED),
                SelfChecks.clock(highWater)),
            board);
    ProcessParts parts =
        new ProcessParts(clock, ids, () -> figures(reach), highWater, epochs, self);
    Modules modules = new Modules(settings, lifecycle, reach, databases, parts);
    ServiceSet services = modules.open();
    Map<String, Integer> ports =
        settings.serving() ? serve(modules, reach, services, identity) : offline(modules, services);
    if (identity != null && settings.serving()) {
      lifecycle.open(
          "the certificate's keeper", () -> Result.success(CertificateKeeper.start(identity)));
    }
    if (settings.serving() && placement.hosts(ServiceName.GATEWAY)) {
      AlertStart.open(
          lifecycle,
          placement.device(),
          data,
          System.getenv(),
          clock,
          alertSources(
              modules, reach, new FleetMetrics(reach, parts), reconfiguration, identity, services));
    }
    ConfigWatch files = settings.files();
    if (files != null) {
      lifecycle.open(
          "the configuration's keeper",
          () -> Result.success(ConfigKeeper.start(reconfiguration, files)));
    }
    if (settings.serving()) {
      WatchdogKeeper.pause(System.getenv())
          .ifPresent(
              pause ->
                  lifecycle.open(
                      "the service manager",
                      () -> Result.success(watchdog(services, pause).start())));
    }
    return new TraderSystem(settings, clock, ids, services, ports);
  }

  private WatchdogKeeper watchdog(ServiceSet services, Duration pause) {
    Map<String, Runnable> questions = new TreeMap<>();
    services
        .byName()
        .forEach(
            (name, service) -> {
              if (placement.hosts(name)) {
                questions.put(
                    name.key(),
                    () ->
                        service.healthCheck(AlertSources.context(settings.account(), ids, clock)));
              }
            });
    return new WatchdogKeeper(WatchdogKeeper.manager(System.getenv()), questions, pause);
  }

  private Result<Databases> databases() {
    DatabaseConfig wanted = placement.device().database();
    return settings.standby()
        ? StoreHome.standingBy(
            data,
            wanted,
            System.getenv(),
            PostgresStandby.afterLease(why -> LOG.info("standing by: {}", why)))
        : StoreHome.of(data, wanted, System.getenv());
  }

  private static List<String> warnings(
      Reconfiguration reconfiguration,
      DeploymentEpochs epochs,
      Reach reach,
      @Nullable TlsIdentity identity) {
    List<String> warnings = new ArrayList<>(reconfiguration.warnings());
    if (epochs.isOutdated()) {
      warnings.add(epochs.explanation());
    }
    reach.brokenCircuits().forEach(circuit -> warnings.add(circuit.explanation()));
    if (identity != null) {
      warnings.addAll(identity.warnings());
    }
    return warnings;
  }

  private AlertSources alertSources(
      Modules modules,
      Reach reach,
      FleetMetrics fleet,
      Reconfiguration reconfiguration,
      @Nullable TlsIdentity identity,
      ServiceSet services) {
    return new AlertSources(
        reach,
        fleet,
        modules.streaks(),
        reconfiguration,
        identity,
        new UnknownOrders(
            services.portfolio(),
            services.trading(),
            account -> AlertSources.context(account, ids, clock)));
  }

  private static Map<String, Integer> offline(Modules modules, ServiceSet services) {
    modules.watchHealth(services);
    return Map.of();
  }

  private Map<String, Integer> serve(
      Modules modules, Reach reach, ServiceSet services, @Nullable TlsIdentity identity) {
    GrpcHost ports =
        lifecycle.open(
            "the gRPC ports",
            () ->
                GrpcHost.start(
                    modules.hosted(),
                    HostSettings.on(placement.device().network().bindAddress())
                        .with(identity)
                        .onDevice(device())
                        .answeringEverywhere(new ProcessServer(() -> figures(reach))),
                    clock,
                    ids,
                    reach.observers()),
            (host, remaining) -> host.drain(remaining));
    if (placement.hosts(ServiceName.GATEWAY)) {
      lifecycle.open("the page", () -> page(services, identity));
    }
    ports.publish();
    board.follow(ports::tell);
    modules.watchHealth(services);
    modules.startWorking();
    if (settings.scheduled()) {
      modules
          .gateway()
          .ifPresent(gateway -> gateway.startAutopilot(services.gateway(), autopilot()));
    }
    return ports.portsByService();
  }

  private ProcessFigures figures(Reach reach) {
    return ProcessFigures.of(
        instanceId,
        device(),
        placement.hosted().stream().map(ServiceName::key).toList(),
        metrics,
        reach.circuits());
  }

  private String device() {
    return placement.device().id();
  }

  private Duration backstepMax() {
    return settings.clockStart() == null ? CLOCK_BACKSTEP_MAX : SAME_START_MAX;
  }

  private AutopilotSettings autopilot() {
    return new AutopilotSettings(
        settings.account(), FIRST_DEPOSIT, CYCLE_INTERVAL, CALM_AFTER_NEWS);
  }

  private Result<AutoCloseable> page(ServiceSet services, @Nullable TlsIdentity identity) {
    return GatewayModule.startPage(
        new HttpSettings(
            placement.device().network().bindAddress(),
            placement.services().httpPort(),
            data.resolve("token"),
            List.of(),
            settings.account(),
            "page",
            identity == null ? null : identity.context()),
        services.gateway(),
        services.trading(),
        new HaltWithFile(data, services.trading()),
        clock,
        ids);
  }

  private Result<Done> createDataDirectory() {
    try {
      Files.createDirectories(data);
      return Result.success(Done.DONE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + data, e);
    }
  }

  /** One lock for each hosted service, so that nothing else works on its state. */
  private void lockAll() {
    LockInfo info =
        new LockInfo(ProcessHandle.current().pid(), lockedPorts(), instanceId, clock.now());
    for (ServiceName name : placement.hosted()) {
      lifecycle.open(
          "the lock of " + name.key(), () -> ServiceLock.acquire(data, name.key(), info));
    }
  }

  private SortedMap<String, Integer> lockedPorts() {
    SortedMap<String, Integer> ports = new TreeMap<>();
    if (settings.serving()) {
      for (ServiceName name : placement.hosted()) {
        ports.put(name.key(), placement.port(name));
      }
      if (placement.hosts(ServiceName.GATEWAY)) {
        ports.put("http", placement.services().httpPort());
      }
    }
    return ports;
  }
}
