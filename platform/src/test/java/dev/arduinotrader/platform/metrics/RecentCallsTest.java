package dev.arduinotrader.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.metrics.model.CallWindow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentCallsTest {
  private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

  private final AtomicLong now = new AtomicLong(-TimeUnit.MINUTES.toNanos(3));
  private final RecentCalls calls = new RecentCalls(now::get);

  private void pass(long seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void forgetsACallAfterFiveMinutes() {
    calls.add(100 * MILLISECOND, true);
    pass(280);
    calls.add(200 * MILLISECOND, false);

    CallWindow both = calls.window();
    assertThat(both.totalCalls()).isEqualTo(2);
    assertThat(both.successRate()).isEqualTo(0.5);
    assertThat(both.averageLatencyMillis()).isEqualTo(150.0);

    pass(20);
    assertThat(calls.window().totalCalls()).isEqualTo(1);
    assertThat(calls.window().failedCalls()).isZero();

    pass(300);
    assertThat(calls.window()).isEqualTo(CallWindow.NONE);
  }

  /** Against a list of all calls, on a clock that jumps. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void holdsExactlyTheCallsOfTheLastThirtySteps(long seed) {
    Random random = new Random(seed);
    Deque<long[]> reference = new ArrayDeque<>();
    for (int i = 0; i < 2_000; i++) {
      if (random.nextInt(4) == 0) {
        pass(random.nextInt(random.nextInt(20) == 0 ? 700 : 15));
      }
      long latency = random.nextLong(10_000 * MILLISECOND);
      boolean failed = random.nextInt(5) == 0;
      calls.add(latency, failed);
      long step = Math.floorDiv(now.get(), TimeUnit.SECONDS.toNanos(10));
      reference.add(new long[] {step, latency, failed ? 1 : 0});
      reference.removeIf(call -> call[0] <= step - 30);

      CallWindow window = calls.window();
      assertThat(window.totalCalls()).as("seed %d, call %d", seed, i).isEqualTo(reference.size());
      assertThat(window.failedCalls()).isEqualTo(reference.stream().mapToLong(c -> c[2]).sum());
      assertThat(window.latencyNanosSum()).isEqualTo(reference.stream().mapToLong(c -> c[1]).sum());
    }
  }

  @Test
  void losesNoCallOfManyThreads() throws InterruptedException {
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int call = 0; call < 5_000; call++) {
                      calls.add(call * 1_000L, call % 10 == 0);
                    }
                  });
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(calls.window().totalCalls()).isEqualTo(40_000);
    assertThat(calls.window().failedCalls()).isEqualTo(4_000);
  }
}
