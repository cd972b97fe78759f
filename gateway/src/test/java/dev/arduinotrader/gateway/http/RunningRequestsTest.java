package dev.arduinotrader.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Waiting for the requests under way. */
class RunningRequestsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final RunningRequests requests = new RunningRequests();

  @Test
  void waitsUntilTheLastRequestHasLeft() {
    assertThat(requests.enter()).isTrue();
    assertThat(requests.enter()).isTrue();
    CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> requests.drain(LONG));
    requests.leave();
    requests.leave();

    assertThat(drained).succeedsWithin(LONG).isEqualTo(true);
  }

  @Test
  void givesUpOnARequestThatDoesNotEnd() {
    assertThat(requests.enter()).isTrue();

    assertThat(requests.drain(Duration.ofMillis(1))).isFalse();
  }

  @Test
  void letsNobodyInOnceItDrains() {
    assertThat(requests.drain(LONG)).isTrue();
    assertThat(requests.enter()).isFalse();
  }
}
