package dev.arduinotrader.app.session;

import dev.arduinotrader.app.system.Identities;
import dev.arduinotrader.app.system.Loopback;
import dev.arduinotrader.gateway.GatewayModule;
import dev.arduinotrader.gateway.SystemStatus;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.lock.LockInfo;
import dev.arduinotrader.platform.lock.LockReason;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.placement.Route;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.trading.TradingModule;
import dev.arduinotrader.universe.UniverseModule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session with a running system, over gRPC. */
final class RemoteSession implements Session {
  private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
  private static final Duration CLOCK_TIMEOUT = Duration.ofSeconds(10);

  /** The clock of another process, under the name that it has there. */
  private record RunningClock(TraderClock clock, String base) implements TraderClock {
    @Override
    public Instant now() {
      return clock.now();
    }
  }

  private final AccountId account;
  private final Channels channels;
  private final Services services;
  private final TraderClock clock;
  private final Ids ids = new RandomIds();

  private RemoteSession(AccountId account, Channels channels, Services services) {
    this.account = account;
    this.channels = channels;
    this.services = services;
    this.clock = clockOf(services);
  }

  static Result<Session> open(
      SessionOptions options, LoadedConfig config, Map<ServiceName, LockInfo> holders) {
    return Identities.of(config.device())
        .then(identity -> open(options, config, holders, identity.orElse(null)));
  }

  private static Result<Session> open(
      SessionOptions options,
      LoadedConfig config,
      Map<ServiceName, LockInfo> holders,
      @Nullable TlsIdentity identity) {
    return Placement.of(config, null)
        .then(
            placement -> {
              Channels channels = new Channels(identity);
              return new RemoteSession(
                      options.account(),
                      channels,
                      new Services(
                          UniverseModule.client(
                              calls(channels, placement, holders, ServiceName.UNIVERSE)),
                          PortfolioModule.client(
                              calls(channels, placement, holders, ServiceName.PORTFOLIO)),
                          TradingModule.client(
                              calls(channels, placement, holders, ServiceName.TRADING)),
                          GatewayModule.client(
                              calls(channels, placement, holders, ServiceName.GATEWAY))))
                  .withHolders(holders)
                  .then(session -> session.atItsOwnTime(options.clockStart()));
            });
  }

  private static RemoteCalls calls(
      Channels channels,
      Placement placement,
      Map<ServiceName, LockInfo> holders,
      ServiceName name) {
    Endpoint endpoint = endpoint(placement, holders, name);
    return channels.callsTo(
        new Target(
            name.key(),
            endpoint.host(),
            endpoint.port(),
            ChannelSettings.withTimeout(LONGEST_CALL)));
  }

  /** The port in the lock where there is one, otherwise where the configuration places it. */
  private static Endpoint endpoint(
      Placement placement, Map<ServiceName, LockInfo> holders, ServiceName name) {
    LockInfo holder = holders.get(name);
    Integer port = holder == null ? null : holder.ports().get(name.key());
    if (port != null) {
      return new Endpoint(Loopback.host(placement), port);
    }
    return switch (placement.route(name)) {
      case Route.Direct direct -> new Endpoint(Loopback.host(placement), placement.port(name));
      case Route.Remote remote -> remote.endpoints().getFirst();
    };
  }

  /** Whoever answers at the port of a lock must be the process that holds the lock. */
  private Result<RemoteSession> withHolders(Map<ServiceName, LockInfo> holders) {
    for (Map.Entry<ServiceName, TraderService> entry : services.byName().entrySet()) {
      LockInfo holder = holders.get(entry.getKey());
      if (holder != null
          && holder.ports().containsKey(entry.getKey().key())
          && !isHolder(entry.getValue(), holder)) {
        close();
        return LockReason.OTHER_INSTANCE.failure(
            "expected process %d (instance %s) to answer for %s at port %d, found another one"
                    .formatted(
                        holder.pid(),
                        holder.instanceId(),
                        entry.getKey().key(),
                        holder.ports().get(entry.getKey().key()))
                + "\nMaybe another system uses the same ports: stop it, or give it other ports.");
      }
    }
    return Result.success(this);
  }

  /** A process that does not answer is no other one; the command's own call will tell. */
  private boolean isHolder(TraderService service, LockInfo holder) {
    return switch (service.healthCheck(context(CLOCK_TIMEOUT))) {
      case Result.Success<ServiceHealth>(ServiceHealth health) ->
          health
              .process()
              .filter(facts -> facts.instanceId().equals(holder.instanceId()))
              .isPresent();
      case Result.Failure<ServiceHealth> silent -> true;
    };
  }

  /** A system's time is its own: a command cannot choose another while it runs. */
  private Result<Session> atItsOwnTime(@Nullable Instant clockStart) {
    if (clockStart == null || clock.base().equals("as-of " + clockStart)) {
      return Result.success(this);
    }
    close();
    return CommonReason.INVALID_ARGUMENT.failure(
        "expected no --as-of while a system runs on this data, found %s; its clock is %s"
                .formatted(clockStart, clock.base())
            + "\nMaybe stop the system first, or leave --as-of out.");
  }

  /** The running system's own clock, which may have been started elsewhere than now. */
  private TraderClock clockOf(Services running) {
    TraderClock machine = SystemClock.system();
    CallContext question =
        new CallContext(
            account, "cli", ids.nextRequestId(), Deadline.after(CLOCK_TIMEOUT), machine.now());
    return switch (running.gateway().getSystemStatus(question)) {
      case Result.Success<SystemStatus>(SystemStatus status)
          when !status.clockBase().equals(machine.base()) ->
          new RunningClock(SystemClock.startingAt(status.now()), status.clockBase());
      case Result.Success<SystemStatus> sameClock -> machine;
      case Result.Failure<SystemStatus> unknown -> machine;
    };
  }

  @Override
  public Services services() {
    return services;
  }

  @Override
  public CallContext context(Duration timeout) {
    return new CallContext(
        account, "cli", ids.nextRequestId(), Deadline.after(timeout), clock.now());
  }

  @Override
  public CommandId nextCommandId() {
    return ids.nextCommandId();
  }

  @Override
  public void close() {
    channels.close();
  }
}
