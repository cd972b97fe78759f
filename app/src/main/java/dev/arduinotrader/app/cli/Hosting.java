package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.app.system.SystemSettings;
import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.ConfigWatch;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.logging.LogSettings;
import dev.arduinotrader.platform.logging.LogSetup;
import dev.arduinotrader.platform.placement.Placement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hosts services until the process is told to stop; what {@code run} and {@code serve} share. */
final class Hosting {
  private static final String LOG_FORMAT = "TRADER_LOG_FORMAT";
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(28);

  private final Invocation invocation;
  private final @Nullable ServiceName serveOnly;
  private final boolean scheduled;
  private final boolean standby;

  Hosting(
      Invocation invocation, @Nullable ServiceName serveOnly, boolean scheduled, boolean standby) {
    this.invocation = invocation;
    this.serveOnly = serveOnly;
    this.scheduled = scheduled;
    this.standby = standby;
  }

  int run() {
    SessionOptions options = invocation.sessionOptions();
    Optional<LogSettings.Format> format = logFormat();
    if (format.isEmpty()) {
      return refused(
          CommonReason.INVALID_ARGUMENT.problem(
              "expected text or json in TRADER_LOG_FORMAT, found '%s'"
                  .formatted(invocation.environment().get(LOG_FORMAT))));
    }
    LogSetup.toFile(logs(), serveOnly == null ? "trader" : serveOnly.key(), format.get());
    Result<Running<TraderSystem>> started =
        load(options)
            .then(
                config -> {
                  ConfigWatch files = new ConfigWatch(config, () -> load(options));
                  return Placement.of(config, serveOnly)
                      .then(placement -> start(options, placement, files));
                });
    return switch (started) {
      case Result.Failure<Running<TraderSystem>>(Problem problem) -> refused(problem);
      case Result.Success<Running<TraderSystem>>(Running<TraderSystem> running) ->
          untilStopped(running);
    };
  }

  private static Result<LoadedConfig> load(SessionOptions options) {
    return ConfigLoader.load(
        options.deviceConfig(), options.servicesConfig(), options.environment());
  }

  private Result<Running<TraderSystem>> start(
      SessionOptions options, Placement placement, ConfigWatch files) {
    if (placement.hosted().isEmpty()) {
      invocation
          .console()
          .say(
              "%s service not configured for this device %s"
                  .formatted(
                      serveOnly == null ? "Any" : serveOnly.displayName(),
                      placement.device().id()));
    }
    placement.warnings().forEach(warning -> invocation.console().say("warning: " + warning));
    return TraderSystem.start(
        new SystemSettings(
            placement,
            options.dataDirectory(),
            options.clockStart(),
            options.account(),
            true,
            true,
            scheduled,
            standby,
            files));
  }

  /** One clear line, and 1; or 2 where the configuration is at fault. */
  private int refused(Problem problem) {
    return invocation.console().fail(problem) == ExitCode.USAGE ? ExitCode.USAGE : ExitCode.FAILURE;
  }

  private int untilStopped(Running<TraderSystem> running) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop"));
    TraderSystem system = running.value();
    system
        .portsByService()
        .forEach(
            (service, port) ->
                invocation
                    .console()
                    .say(
                        "%s Service on %s:%d"
                            .formatted(
                                ServiceName.fromKey(service).orElseThrow().displayName(),
                                system.host(),
                                port)));
    Optional<GatewayService> gateway = system.hostedGateway();
    gateway.ifPresent(
        hosted -> {
          invocation.console().say("The page: %s".formatted(system.pageAddress()));
          if (scheduled) {
            new FirstCycle(invocation, system, hosted).announce();
          }
        });
    invocation
        .console()
        .say("Logs: %s. Stop with Ctrl-C.".formatted(logs().toAbsolutePath().normalize()));
    try {
      running.lifecycle().awaitStopped();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }

  /** Stops in order; a stop that was asked for is no failure, whatever signal asked. */
  private static void stop(Running<TraderSystem> running) {
    running.lifecycle().stop(STOP_TIMEOUT);
    Runtime.getRuntime().halt(ExitCode.OK);
  }

  /** Empty when the environment asks for one that does not exist. */
  private Optional<LogSettings.Format> logFormat() {
    String wanted = invocation.environment().getOrDefault(LOG_FORMAT, "text");
    return Stream.of(LogSettings.Format.values())
        .filter(format -> format.name().equalsIgnoreCase(wanted))
        .findFirst();
  }

  private Path logs() {
    return Path.of(invocation.environment().getOrDefault("TRADER_LOGS", "logs"));
  }
}
