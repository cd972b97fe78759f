package dev.arduinotrader.e2e;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.planning.PlanningModule;
import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Link;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.ConfigWatch;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.placement.Route;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Two hundred calls to planning a second, from eight callers that each wait for their answer, in a
 * process that follows the configuration of a device by the classes and at the pace of every
 * process.
 */
final class FollowingCallers implements AutoCloseable {
  private static final int CALLERS = 8;
  private static final long PACE_MILLIS = 40;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Path device;
  private final Path services;
  private final Channels channels = new Channels();
  private final Link link;
  private final PlanningService planning;
  private final ConfigWatch watch;
  private final TraderClock clock = SystemClock.system();
  private final Ids ids = new RandomIds();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger turns = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<ScheduledFuture<?>> beats;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(CALLERS + 1);

  FollowingCallers(Path folder) {
    this.device = folder.resolve("device.yaml");
    this.services = folder.resolve("services.yaml");
    LoadedConfig config = load().orElseThrow();
    this.watch = new ConfigWatch(config, this::load);
    this.link = channels.linkTo(target(config).orElseThrow());
    this.planning = PlanningModule.client(link.calls());
    beats =
        Stream.concat(
                Stream.of(timer.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS)),
                Stream.generate(
                        () ->
                            timer.scheduleAtFixedRate(
                                this::ask, 0, PACE_MILLIS, TimeUnit.MILLISECONDS))
                    .limit(CALLERS))
            .toList();
  }

  private Result<LoadedConfig> load() {
    return ConfigLoader.load(device, services, Map.of());
  }

  private static Result<Target> target(LoadedConfig config) {
    return Placement.of(config, null)
        .map(placement -> (Route.Remote) placement.route(ServiceName.PLANNING))
        .map(way -> new Target("planning", way.endpoints(), ChannelSettings.withTimeout(TIMEOUT)));
  }

  /** As a process does: files that do not fit together yet change nothing. */
  private void look() {
    watch
        .look()
        .map(changed -> changed.then(FollowingCallers::target))
        .filter(Result::isSuccess)
        .ifPresent(
            next -> {
              link.switchTo(next.orElseThrow());
              turns.incrementAndGet();
            });
  }

  private void ask() {
    CallContext context =
        new CallContext(
            AccountId.of("paper-1"),
            "probe",
            ids.nextRequestId(),
            Deadline.after(TIMEOUT),
            clock.now());
    switch (planning.listPlans(context, 1)) {
      case Result.Success<?> answer -> answered.incrementAndGet();
      case Result.Failure<?>(Problem problem) -> failures.add(problem.toString());
    }
  }

  int answered() {
    return answered.get();
  }

  /** How often the configuration has led elsewhere. */
  int turns() {
    return turns.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    beats.forEach(beat -> beat.cancel(false));
    timer.shutdownNow();
    channels.close();
  }
}
