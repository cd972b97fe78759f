package dev.arduinotrader.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final List<String> steps = new CopyOnWriteArrayList<>();

  private Result<AutoCloseable> opening(String name) {
    steps.add("open " + name);
    return Result.success(() -> steps.add("close " + name));
  }

  @Test
  void startsInOrderAndStopsInReverseOrderOnce() {
    Running<String> running =
        Lifecycle.start(
                lifecycle -> {
                  lifecycle.open("lock", () -> opening("lock"));
                  lifecycle.open("store", () -> opening("store"));
                  return "complete";
                })
            .orElseThrow();
    assertThat(running.value()).isEqualTo("complete");
    assertThat(steps).containsExactly("open lock", "open store");

    running.lifecycle().stop(LONG);
    running.lifecycle().stop(LONG);

    assertThat(steps).containsExactly("open lock", "open store", "close store", "close lock");
    assertThat(running.lifecycle().awaitStopped(Duration.ZERO)).isTrue();
  }

  @Test
  void closesWhatWasOpenWhenAStepFails() {
    Problem problem =
        Lifecycle.start(
                lifecycle -> {
                  lifecycle.open("lock", () -> opening("lock"));
                  lifecycle.open("store", () -> opening("store"));
                  lifecycle.attempt(
                      "the gRPC ports",
                      () -> CommonReason.UNAVAILABLE.failure("port 50051 is taken"));
                  steps.add("never");
                  return "";
                })
            .problemOrThrow();

    assertThat(problem.code()).isEqualTo("UNAVAILABLE");
    assertThat(problem.message()).isEqualTo("the gRPC ports: port 50051 is taken");
    assertThat(steps).containsExactly("open lock", "open store", "close store", "close lock");
  }

  @Test
  void turnsAFaultOfTheProgramIntoAFailedStart() {
    Problem problem =
        Lifecycle.start(
                lifecycle -> {
                  lifecycle.open("lock", () -> opening("lock"));
                  lifecycle.<String>attempt(
                      "the store",
                      () -> {
                        throw new IllegalStateException("corrupt");
                      });
                  return "";
                })
            .problemOrThrow();

    assertThat(problem.code()).isEqualTo("START_FAILED");
    assertThat(problem.message()).isEqualTo("the store: java.lang.IllegalStateException: corrupt");
    assertThat(steps).containsExactly("open lock", "close lock");
  }

  @Test
  void stopsTheOthersWhenOneFailsToStop() {
    Running<String> running =
        Lifecycle.start(
                lifecycle -> {
                  lifecycle.open("lock", () -> opening("lock"));
                  lifecycle.open(
                      "jobs",
                      () -> Result.success("jobs"),
                      (part, remaining) -> {
                        throw new IllegalStateException("stuck");
                      });
                  return "";
                })
            .orElseThrow();

    running.lifecycle().stop(LONG);

    assertThat(steps).containsExactly("open lock", "close lock");
  }

  @Test
  void leavesAPartBehindThatDoesNotStopInTime() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    Running<String> running =
        Lifecycle.start(
                lifecycle -> {
                  lifecycle.open("lock", () -> opening("lock"));
                  lifecycle.open(
                      "hanging",
                      () -> Result.success("hanging"),
                      (part, remaining) -> {
                        try {
                          new CountDownLatch(1).await();
                        } finally {
                          interrupted.countDown();
                        }
                      });
                  return "";
                })
            .orElseThrow();

    running.lifecycle().stop(Duration.ofMillis(20));

    assertThat(steps).containsExactly("open lock", "close lock");
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void letsTheSecondStopWaitForTheFirst() throws Exception {
    CountDownLatch stopping = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Running<String> running =
        Lifecycle.start(
                lifecycle -> {
                  lifecycle.open(
                      "slow",
                      () -> Result.success("slow"),
                      (part, remaining) -> {
                        stopping.countDown();
                        release.await();
                        steps.add("close slow");
                      });
                  return "";
                })
            .orElseThrow();
    Thread first = Thread.ofVirtual().start(() -> running.lifecycle().stop(LONG));
    stopping.await();
    assertThat(running.lifecycle().awaitStopped(Duration.ZERO)).isFalse();

    release.countDown();
    running.lifecycle().stop(LONG);

    assertThat(steps).containsExactly("close slow");
    first.join();
  }
}
