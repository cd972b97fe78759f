package dev.arduinotrader.e2e;

import dev.arduinotrader.e2e.SteadyCalls.Call;
import dev.arduinotrader.gateway.GatewayModule;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.OptimizationModule;
import dev.arduinotrader.planning.PlanningModule;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.resilience.CallRules;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.scoring.ScoringModule;
import dev.arduinotrader.trading.TradingModule;
import dev.arduinotrader.universe.UniverseModule;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Asks each of the seven services five times a second for something that it can tell by itself;
 * every call is one, without retry or breaker.
 */
final class Vitals implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(200);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final TraderClock clock = SystemClock.system();
  private final Ids ids = new RandomIds();
  private final Channels channels = new Channels();
  private final Map<ServiceName, List<Call>> calls = new EnumMap<>(ServiceName.class);
  private final Set<Asked> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** A call that has begun. */
  private record Asked(ServiceName name, Instant began) {}

  Vitals(FleetFiles files) {
    for (ServiceName name : ServiceName.values()) {
      calls.put(name, new CopyOnWriteArrayList<>());
    }
    for (ServiceName name : ServiceName.values()) {
      Function<CallContext, Result<?>> question =
          question(name, channels.callsTo(target(name, files)));
      Thread.ofVirtual().start(() -> askSteadily(name, question));
    }
  }

  private static Target target(ServiceName name, FleetFiles files) {
    return new Target(
        name.key(),
        "localhost",
        files.port(name),
        ChannelSettings.withTimeout(TIMEOUT).withRules(CallRules.UNGUARDED));
  }

  private static Function<CallContext, Result<?>> question(ServiceName name, RemoteCalls calls) {
    return switch (name) {
      case PLANNING -> context -> PlanningModule.client(calls).listPlans(context, 1);
      case SCORING -> ScoringModule.client(calls)::healthCheck;
      case OPTIMIZATION -> OptimizationModule.client(calls)::healthCheck;
      case PORTFOLIO -> PortfolioModule.client(calls)::listAccounts;
      case TRADING -> TradingModule.client(calls)::getMode;
      case UNIVERSE -> UniverseModule.client(calls)::listSources;
      case GATEWAY -> GatewayModule.client(calls)::listJobs;
    };
  }

  private void askSteadily(ServiceName name, Function<CallContext, Result<?>> question) {
    while (!closed) {
      Asked asked = new Asked(name, clock.now());
      open.add(asked);
      Thread.ofVirtual().start(() -> ask(asked, question));
      LockSupport.parkNanos(PACE.toNanos());
    }
  }

  private void ask(Asked asked, Function<CallContext, Result<?>> question) {
    CallContext context =
        new CallContext(
            AccountId.of("paper-1"),
            "vitals",
            ids.nextRequestId(),
            Deadline.after(TIMEOUT),
            clock.now());
    String outcome =
        switch (question.apply(context)) {
          case Result.Success<?> answered -> "OK";
          case Result.Failure<?>(Problem problem) -> problem.code();
        };
    Duration took = Duration.between(asked.began(), clock.now());
    calls(asked.name()).add(new Call(asked.began(), took, outcome));
    open.remove(asked);
  }

  private List<Call> calls(ServiceName name) {
    return Objects.requireNonNull(calls.get(name), name.key());
  }

  /** The calls to a service that began in this time, once all of them have ended. */
  List<Call> of(ServiceName name, Instant from, Instant until) {
    Await.until(
        "the end of all calls to " + name.key(),
        TIMEOUT.multipliedBy(2),
        () -> open.stream().noneMatch(one -> one.name() == name && one.began().isBefore(until)),
        open::toString);
    return calls(name).stream()
        .filter(call -> !call.began().isBefore(from) && call.began().isBefore(until))
        .toList();
  }

  Instant now() {
    return clock.now();
  }

  @Override
  public void close() {
    closed = true;
    channels.close();
  }
}
