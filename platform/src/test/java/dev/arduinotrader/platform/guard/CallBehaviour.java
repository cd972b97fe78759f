package dev.arduinotrader.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.metrics.CallCounts;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.metrics.ServiceMetricsSnapshot;
import dev.arduinotrader.platform.sample.Fixtures;
import dev.arduinotrader.platform.sample.SampleService;
import dev.arduinotrader.platform.sample.ScriptedSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What callers see of a service: the same whether it is in their process or in another one. */
abstract class CallBehaviour {
  static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(100);

  final ScriptedSample sample = new ScriptedSample();
  final CallMetrics metrics = new CallMetrics();

  /** The sample as its callers get it. */
  abstract SampleService service(int callsMax, Duration timeout);

  abstract CallSide callersSide();

  private SampleService service() {
    return service(10, LONG);
  }

  @Test
  void givesTheAnswer() {
    assertThat(service().ask(Fixtures.context(), "why")).isEqualTo(Result.success("answer to why"));
  }

  @Test
  void carriesTheWholeContext() {
    assertThat(service().ask(Fixtures.context(), "context"))
        .isEqualTo(Result.success("paper-1|José & María|req-7|2026-01-30T10:00:00Z"));
  }

  @Test
  void shortensTheDeadlineToTheConfiguredTimeout() {
    String left =
        service(10, Duration.ofSeconds(5)).ask(Fixtures.context(), "time left").orElseThrow();

    assertThat(Long.parseLong(left)).isBetween(0L, 5L);
  }

  @Test
  void keepsTheCallersDeadlineWhenItIsEarlier() {
    String left = service().ask(Fixtures.within(Duration.ofSeconds(3)), "time left").orElseThrow();

    assertThat(Long.parseLong(left)).isBetween(0L, 3L);
  }

  @Test
  void givesProblemsAsTheyAre() {
    assertThat(service().ask(Fixtures.context(), "missing").problemOrThrow())
        .isEqualTo(
            new Problem(
                FailureKind.NOT_FOUND,
                "NOT_FOUND",
                "no such thing\nMaybe ask another.",
                List.of()));
  }

  @Test
  void givesEveryFaultOfTheInput() {
    assertThat(service().ask(Fixtures.context(), "invalid").problemOrThrow().faults())
        .containsExactly(new Fault("a", "too small"), new Fault("b", "too large"));
  }

  @Test
  void givesTheProblemOfAnException() {
    assertThat(service().ask(Fixtures.context(), "throw a problem").problemOrThrow().toString())
        .isEqualTo("PERMISSION_DENIED: not you");
  }

  @Test
  void showsAFaultOfTheProgramWithoutItsDetails() {
    Problem problem = service().ask(Fixtures.context(), "crash").problemOrThrow();

    assertThat(problem.kind()).isEqualTo(FailureKind.INTERNAL);
    assertThat(problem.message()).contains("IllegalStateException").doesNotContain("secret");
  }

  @Test
  void stopsWaitingAtTheConfiguredTimeout() throws InterruptedException {
    Problem problem = service(10, SHORT).ask(Fixtures.context(), "wait").problemOrThrow();

    assertThat(problem.kind()).isEqualTo(FailureKind.DEADLINE_EXCEEDED);
    assertThat(problem.code()).isEqualTo("DEADLINE_EXCEEDED");
    sample.release.countDown();
  }

  @Test
  void stopsWaitingAtTheCallersDeadline() {
    Problem problem = service().ask(Fixtures.within(SHORT), "wait").problemOrThrow();

    assertThat(problem.kind()).isEqualTo(FailureKind.DEADLINE_EXCEEDED);
    sample.release.countDown();
  }

  @Test
  void doesNotCallWhenTheDeadlineHasPassed() {
    Problem problem = service().ask(Fixtures.within(Duration.ZERO), "why").problemOrThrow();

    assertThat(problem.kind()).isEqualTo(FailureKind.DEADLINE_EXCEEDED);
    assertThat(problem.message())
        .isEqualTo(
            "the deadline had passed before arduino_trader.sample.SampleService/Ask was called");
    assertThat(sample.calls).hasValue(0);
  }

  @Test
  void refusesCallsBeyondTheLimitButNeverAHealthCheck() throws Exception {
    SampleService service = service(1, LONG);
    CompletableFuture<Result<String>> first =
        Fixtures.inBackground(() -> service.ask(Fixtures.context(), "wait"));
    sample.entered.await();

    Problem refusal = service.ask(Fixtures.context(), "why").problemOrThrow();
    boolean healthy = service.healthCheck(Fixtures.context()).orElseThrow().healthy();
    sample.release.countDown();

    assertThat(refusal.kind()).isEqualTo(FailureKind.RESOURCE_EXHAUSTED);
    assertThat(refusal.code()).isEqualTo("OVERLOADED");
    assertThat(refusal.message()).contains("sample already works on 1 calls").contains("Maybe");
    assertThat(healthy).isTrue();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(Result.success("released"));
    Fixtures.await("the permit is back", () -> service.ask(Fixtures.context(), "why").isSuccess());
  }

  @Test
  void streamsTheParts() {
    List<Integer> parts = new ArrayList<>();

    assertThat(service().count(Fixtures.context(), 1_000, parts::add))
        .isEqualTo(Result.success(1_000));
    assertThat(parts).isEqualTo(IntStream.rangeClosed(1, 1_000).boxed().toList());
  }

  @Test
  void tellsTheServiceWhenTheReceiverWantsNoMore() throws InterruptedException {
    Stopping parts = new Stopping(3);

    Problem problem =
        service().count(Fixtures.context(), Integer.MAX_VALUE, parts).problemOrThrow();

    assertThat(problem.kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(parts.seen).containsExactly(1, 2, 3);
    assertThat(sample.abandoned.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void endsAStreamAtItsDeadline() throws InterruptedException {
    Problem problem =
        service(10, SHORT)
            .count(Fixtures.context(), Integer.MAX_VALUE, ProgressSink.ignoring())
            .problemOrThrow();

    assertThat(problem.kind()).isEqualTo(FailureKind.DEADLINE_EXCEEDED);
    assertThat(sample.abandoned.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void handsEveryPartToTheCallersOwnThread() {
    List<Thread> threads = new ArrayList<>();

    service().count(Fixtures.context(), 5, part -> threads.add(Thread.currentThread()));

    assertThat(threads).hasSize(5).containsOnly(Thread.currentThread());
  }

  @Test
  void takesAnInterruptedCallerAsCancellation() throws Exception {
    SampleService service = service();
    CompletableFuture<Problem> problem = new CompletableFuture<>();
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  problem.complete(service.ask(Fixtures.context(), "wait").problemOrThrow());
                  stillInterrupted.complete(Thread.currentThread().isInterrupted());
                });
    sample.entered.await();
    caller.interrupt();

    assertThat(problem.get(10, TimeUnit.SECONDS).kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(stillInterrupted.get(10, TimeUnit.SECONDS)).isTrue();
    sample.release.countDown();
  }

  @Test
  void countsCallsAndOnlyTheServicesOwnFailures() {
    SampleService service = service();
    service.ask(Fixtures.context(), "why");
    service.ask(Fixtures.context(), "missing");
    service.ask(Fixtures.context(), "crash");
    service.count(Fixtures.context(), 2, ProgressSink.ignoring());
    service.healthCheck(Fixtures.context());

    CallCounts ask = counts("Ask");
    assertThat(ask.totalCalls()).isEqualTo(3);
    assertThat(ask.failedCalls()).isEqualTo(1);
    assertThat(ask.latencyNanosMin()).isPositive().isLessThanOrEqualTo(ask.latencyNanosMax());
    assertThat(counts("Count").failedCalls()).isZero();
    assertThat(total().totalCalls()).isEqualTo(4);
  }

  @Test
  void doesNotCountTheEndOfAWatchAsAFailure() {
    List<ServiceEvent> events = new ArrayList<>();

    Result<Done> end = service(10, SHORT).watchEvents(Fixtures.context(), 41, events::add);

    assertThat(end.problemOrThrow().kind()).isEqualTo(FailureKind.DEADLINE_EXCEEDED);
    assertThat(events).extracting(ServiceEvent::sequence).containsExactly(42L);
    assertThat(counts("WatchEvents").failedCalls()).isZero();
  }

  private CallCounts counts(String method) {
    return Objects.requireNonNull(snapshot(callersSide()).methods().get(method)).lifetime();
  }

  CallCounts total() {
    return snapshot(callersSide()).total().lifetime();
  }

  private ServiceMetricsSnapshot snapshot(CallSide side) {
    return Objects.requireNonNull(metrics.snapshot(EnumSet.of(side)).get("sample"));
  }

  private static final class Stopping implements ProgressSink<Integer> {
    private final int partsMax;
    private final List<Integer> seen = new ArrayList<>();
    private volatile int count;

    Stopping(int partsMax) {
      this.partsMax = partsMax;
    }

    @Override
    public void send(Integer part) {
      seen.add(part);
      count = seen.size();
    }

    @Override
    public boolean isCancelled() {
      return count >= partsMax;
    }
  }
}
