package dev.arduinotrader.platform.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.sample.Fixtures;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallContextTest {
  @Test
  void shortensADeadlineAndNeverLengthensIt() {
    CallContext minute = Fixtures.within(Duration.ofMinutes(1));

    assertThat(minute.within(Duration.ofSeconds(1)).deadline().remaining())
        .isLessThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(minute.within(Duration.ofHours(1)).deadline()).isEqualTo(minute.deadline());
  }

  @Test
  void comparesDeadlinesAcrossTheOverflowOfTheMonotonicClock() {
    Deadline before = new Deadline(Long.MAX_VALUE - 5);
    Deadline after = new Deadline(Long.MIN_VALUE + 5);

    assertThat(before.earlierOf(after)).isEqualTo(before);
    assertThat(after.earlierOf(before)).isEqualTo(before);
  }

  @Test
  void knowsWhenItHasExpired() {
    assertThat(Deadline.after(Duration.ZERO).isExpired()).isTrue();
    assertThat(Deadline.after(Duration.ofMinutes(1)).isExpired()).isFalse();
  }

  @Test
  void changesOnlyWhatItIsAskedTo() {
    CallContext context = Fixtures.context();

    assertThat(context.withAccount(AccountId.SHARED).withAccount(context.account()))
        .isEqualTo(context);
    assertThat(context.withDecisionTime(Instant.EPOCH).decisionTime()).isEqualTo(Instant.EPOCH);
  }
}
