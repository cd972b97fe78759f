package dev.arduinotrader.platform.figures;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Asks all processes of a fleet for their figures, at the same time and for a second at most. What
 * a process told last stays when it is silent, with its age, as long as the placement names it.
 */
public final class FleetFigures {
  /** The longest that one look takes. */
  public static final Duration TIMEOUT = Duration.ofSeconds(1);

  private record Answer(ProcessFigures figures, Instant at) {}

  private final Supplier<ProcessFigures> own;
  private final BiFunction<Endpoint, Duration, Result<ProcessFigures>> ask;
  private final TraderClock clock;
  private final Map<Endpoint, Answer> answers = new ConcurrentHashMap<>();

  /**
   * @param own what this process tells
   * @param ask asks the process at an endpoint, for this long at most
   */
  public FleetFigures(
      Supplier<ProcessFigures> own,
      BiFunction<Endpoint, Duration, Result<ProcessFigures>> ask,
      TraderClock clock) {
    this.own = own;
    this.ask = ask;
    this.clock = clock;
  }

  /**
   * One picture for each service.
   *
   * @param services all, in the order that is wanted
   * @param elsewhere where the services are that this process calls over gRPC
   */
  public Map<String, ServicePicture> look(
      List<String> services, Map<Endpoint, Set<String>> elsewhere) {
    answers.keySet().retainAll(elsewhere.keySet());
    Set<Endpoint> answered = askAll(elsewhere.keySet());
    Instant now = clock.now();
    List<FleetPicture.Told> told = new ArrayList<>();
    told.add(new FleetPicture.Told(Set.of(), own.get(), Duration.ZERO, false));
    new LinkedHashMap<>(elsewhere)
        .forEach(
            (endpoint, reached) -> {
              Answer last = answers.get(endpoint);
              boolean stale = !answered.contains(endpoint);
              told.add(
                  last == null
                      ? new FleetPicture.Told(reached, null, Duration.ZERO, true)
                      : new FleetPicture.Told(
                          reached, last.figures(), stale ? age(last, now) : Duration.ZERO, stale));
            });
    return FleetPicture.of(services, told);
  }

  /**
   * What every process told last, this one first, each once; those that have never answered are
   * absent.
   */
  public List<ProcessFigures> processes(Set<Endpoint> elsewhere) {
    answers.keySet().retainAll(elsewhere);
    askAll(elsewhere);
    Map<String, Answer> told = new LinkedHashMap<>();
    ProcessFigures here = own.get();
    told.put(here.instanceId(), new Answer(here, clock.now()));
    answers
        .values()
        .forEach(
            answer ->
                told.merge(
                    answer.figures().instanceId(),
                    answer,
                    (one, other) -> other.at().isAfter(one.at()) ? other : one));
    return told.values().stream().map(Answer::figures).toList();
  }

  private static Duration age(Answer last, Instant now) {
    Duration age = Duration.between(last.at(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** Those that answered in time; one that answers too late is known at the next look. */
  private Set<Endpoint> askAll(Set<Endpoint> endpoints) {
    Set<Endpoint> answered = ConcurrentHashMap.newKeySet();
    CountDownLatch missing = new CountDownLatch(endpoints.size());
    for (Endpoint endpoint : endpoints) {
      Thread.ofVirtual()
          .name("figures of " + endpoint)
          .start(
              () -> {
                try {
                  ask(endpoint, answered);
                } finally {
                  missing.countDown();
                }
              });
    }
    await(missing);
    return Set.copyOf(answered);
  }

  private void ask(Endpoint endpoint, Set<Endpoint> answered) {
    if (ask.apply(endpoint, TIMEOUT) instanceof Result.Success<ProcessFigures>(var figures)) {
      answers.put(endpoint, new Answer(figures, clock.now()));
      answered.add(endpoint);
    }
  }

  private static void await(CountDownLatch missing) {
    try {
      missing.await(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
