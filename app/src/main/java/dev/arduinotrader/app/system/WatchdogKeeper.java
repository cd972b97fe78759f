package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the service manager that the process is ready, then again and again that its services
 * answer, and at the end that it stops. It is told nothing while a service does not answer, well or
 * ill, so that a process that hangs is started anew; one that is merely ill is not, for that heals
 * nothing.
 */
final class WatchdogKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchdogKeeper.class);
  private static final String INTERVAL = "WATCHDOG_USEC";
  private static final int BEATS_PER_INTERVAL = 3;

  private final ServiceManager manager;
  private final Map<String, Runnable> questions;
  private final Duration pause;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param questions one for each service of the process; each returns when it is answered
   * @param pause between two beats; an answer takes no longer
   */
  WatchdogKeeper(ServiceManager manager, Map<String, Runnable> questions, Duration pause) {
    this.manager = manager;
    this.questions = new LinkedHashMap<>(questions);
    this.pause = pause;
  }

  /** How often a service manager wants to be told, if there is one that does. */
  static Optional<Duration> pause(Map<String, String> environment) {
    String micros = environment.getOrDefault(INTERVAL, "");
    boolean watched =
        Stream.of(Systemd.SOCKET, HeartbeatFile.VARIABLE)
            .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
    return !watched || !micros.matches("[0-9]{6,15}")
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1_000 / BEATS_PER_INTERVAL));
  }

  /** Who wants to be told: systemd, unless the script has named a file. */
  static ServiceManager manager(Map<String, String> environment) {
    String heartbeat = environment.getOrDefault(HeartbeatFile.VARIABLE, "");
    return heartbeat.isEmpty() ? Systemd.of(environment) : new HeartbeatFile(Path.of(heartbeat));
  }

  /** Tells that the process is ready and goes on to tell that it lives. */
  WatchdogKeeper start() {
    tell("READY=1");
    threads.execute(this::run);
    return this;
  }

  private void run() {
    try {
      do {
        beat();
      } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks every service once; tells the service manager when all have answered. */
  void beat() throws InterruptedException {
    Map<String, Future<?>> asked = new LinkedHashMap<>();
    questions.forEach((service, question) -> asked.put(service, threads.submit(question)));
    List<String> silent = new ArrayList<>();
    for (Map.Entry<String, Future<?>> one : asked.entrySet()) {
      if (!answered(one.getValue())) {
        silent.add(one.getKey());
        one.getValue().cancel(true);
      }
    }
    if (silent.isEmpty()) {
      tell("WATCHDOG=1");
    } else {
      LOG.error(
          "no answer within {} s from {}: the service manager is not told that this process lives",
          pause.toSeconds(),
          String.join(", ", silent));
    }
  }

  private boolean answered(Future<?> answer) throws InterruptedException {
    try {
      answer.get(pause.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      LOG.error("a service's look at itself met a fault of the program", e.getCause());
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private void tell(String state) {
    if (manager.tell(state) instanceof Result.Failure<Done>(Problem problem)) {
      LOG.warn("the service manager was not told: {}", problem);
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    tell("STOPPING=1");
    threads.shutdownNow();
  }
}
