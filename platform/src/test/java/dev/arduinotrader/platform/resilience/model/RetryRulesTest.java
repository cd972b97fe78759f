package dev.arduinotrader.platform.resilience.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryRulesTest {
  private static final Duration LONG = Duration.ofHours(1);
  private final RetryRules rules = new RetryRules(5, Duration.ofSeconds(1));

  @Test
  void doublesTheWaitAfterEveryAttempt() {
    assertThat(Stream.of(1, 2, 3, 4, 5).map(n -> rules.pause(n, LONG, 0.5).orElseThrow()))
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16));
    assertThat(rules.pause(6, LONG, 0.5)).isEmpty();
  }

  @Test
  void spreadsTheWaitByAFifth() {
    Random random = new Random(7);
    assertThat(Stream.generate(random::nextDouble).limit(1_000))
        .allSatisfy(
            chance ->
                assertThat(rules.pause(1, LONG, chance).orElseThrow())
                    .isBetween(Duration.ofMillis(800), Duration.ofMillis(1_200)));
  }

  @Test
  void neverWaitsPastTheDeadline() {
    assertThat(rules.pause(1, Duration.ofSeconds(1), 0.5)).isEmpty();
    assertThat(rules.pause(1, Duration.ofMillis(1_001), 0.5)).isPresent();
  }

  @Test
  void neverRepeatsWithoutRetries() {
    assertThat(RetryRules.NONE.pause(1, LONG, 0.5)).isEmpty();
  }

  @Test
  void stopsRepeatingWhenHalfOfTheTokensAreGone() {
    RetryTokens tokens = RetryTokens.full();
    int failures = 0;
    while (tokens.allowRetry()) {
      tokens = tokens.afterFailure();
      failures++;
    }
    assertThat(failures).isEqualTo(50);
    assertThat(tokens.afterSuccess().allowRetry()).isTrue();
    assertThat(RetryTokens.full().afterSuccess()).isEqualTo(RetryTokens.full());
  }
}
