package dev.arduinotrader.universe.sources;

import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.SourceHealth;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.SourceSetting;
import dev.arduinotrader.universe.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a source within a time limit, keeps its health, and leaves it alone when it keeps failing.
 */
public final class SourceGuard implements AutoCloseable {
  /** So many failures in a row, and the source rests. */
  static final int FAILURES_MAX = 3;

  static final Duration REST = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(SourceGuard.class);

  /** What says nothing about the source's own state. */
  private static final Set<String> NOT_ITS_FAULT =
      Set.of(
          SourceReason.SOURCE_NO_SYMBOL.name(),
          SourceReason.SOURCE_NO_DATA.name(),
          SourceReason.SOURCE_CANNOT.name(),
          SourceReason.SOURCE_RESTING.name(),
          WireReason.WIRE_INTERRUPTED.name());

  private final MarketDataSource source;
  private final SourceSetting setting;
  private final TraderClock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private SourceHealth health;

  public SourceGuard(
      MarketDataSource source, SourceSetting setting, TraderClock clock, SourceHealth health) {
    this.source = source;
    this.setting = setting;
    this.clock = clock;
    this.health = health;
  }

  public MarketDataSource source() {
    return source;
  }

  /** How the source is set up and how it has been doing. */
  public SourceStatus status() {
    return new SourceStatus(setting, source.abilities(), health());
  }

  public synchronized SourceHealth health() {
    return health;
  }

  /**
   * Asks the source.
   *
   * @param atMost how long the caller can wait; the source's own limit may be shorter
   */
  public <T> Result<T> ask(Duration atMost, Supplier<Result<T>> question) {
    Instant restingUntil = health().restingUntil();
    if (restingUntil != null && restingUntil.isAfter(clock.now())) {
      return SourceReason.SOURCE_RESTING.failure(
          "%s rests until %s after %d failures in a row, the last: %s"
              .formatted(
                  source.name(),
                  restingUntil,
                  health().failuresInARow(),
                  health().lastFailureWhy()));
    }
    boolean shortened = atMost.compareTo(setting.timeout()) < 0;
    Result<T> answer = timed(shortened ? atMost : setting.timeout(), question);
    switch (answer) {
      case Result.Success<T> ignored -> succeeded();
      case Result.Failure<T>(Problem problem) -> {
        boolean ownFault = !NOT_ITS_FAULT.contains(problem.code());
        boolean callersHurry =
            shortened && problem.code().equals(SourceReason.SOURCE_TIMEOUT.name());
        if (ownFault && !callersHurry) {
          failed(problem.message());
        }
      }
    }
    return answer;
  }

  private <T> Result<T> timed(Duration limit, Supplier<Result<T>> question) {
    Future<Result<T>> answer = threads.submit(question::get);
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return SourceReason.SOURCE_TIMEOUT.failure(
          "expected an answer of %s within %s s, found none"
              .formatted(source.name(), limit.toMillis() / 1000.0));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return WireReason.WIRE_INTERRUPTED.failure("gave up waiting for " + source.name());
    } catch (ExecutionException e) {
      LOG.atError()
          .addKeyValue("source", source.name())
          .setCause(e)
          .log("reading a source failed with a fault of the program");
      return SourceReason.SOURCE_BROKEN.failure(
          "reading %s failed (%s); see the log".formatted(source.name(), e.getCause()));
    }
  }

  private synchronized void succeeded() {
    health =
        new SourceHealth(
            health.successes() + 1,
            health.failures(),
            0,
            clock.now(),
            health.lastFailure(),
            health.lastFailureWhy(),
            null);
  }

  private synchronized void failed(String why) {
    int inARow = health.failuresInARow() + 1;
    health =
        new SourceHealth(
            health.successes(),
            health.failures() + 1,
            inARow,
            health.lastSuccess(),
            clock.now(),
            why,
            inARow >= FAILURES_MAX ? clock.now().plus(REST) : null);
  }

  /** Notes that an answer was given but cannot be true; one lie does not silence a source. */
  public synchronized void lied(String why) {
    health =
        new SourceHealth(
            health.successes(),
            health.failures() + 1,
            health.failuresInARow(),
            health.lastSuccess(),
            clock.now(),
            why,
            health.restingUntil());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    source.close();
  }
}
