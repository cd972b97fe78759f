package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {
  private static final AccountId ACCOUNT = AccountId.of("live-1");
  private static final Instant NOW = Instant.parse("2026-01-30T10:00:00Z");
  private static final Problem SILENCE = CommonReason.UNAVAILABLE.problem("no route");

  private final BrokerWatch watch = new BrokerWatch(account -> "alpaca");

  @Test
  void isWellWhileNobodyAsks() {
    assertThat(watch.finding(NOW).healthy()).isTrue();
    assertThat(watch.finding(NOW).detail()).isEqualTo("not asked yet");

    watch.answered(ACCOUNT, NOW);
    assertThat(watch.finding(NOW.plus(Duration.ofDays(3))).healthy()).isTrue();
    assertThat(watch.finding(NOW.plusSeconds(7)).detail())
        .isEqualTo("alpaca for live-1 answered 7 s ago");
  }

  @Test
  void isIllOnlyAfterTenMinutesWithoutAnAnswer() {
    watch.answered(ACCOUNT, NOW);
    watch.failed(ACCOUNT, SILENCE);

    assertThat(watch.finding(NOW.plusSeconds(600)).healthy()).isTrue();
    assertThat(watch.finding(NOW.plusSeconds(601)).healthy()).isFalse();
    assertThat(watch.finding(NOW.plusSeconds(601)).detail())
        .isEqualTo(
            "alpaca for live-1 answered 601 s ago and not the last time, expected at most 10 min");

    watch.answered(ACCOUNT, NOW.plusSeconds(700));
    assertThat(watch.finding(NOW.plusSeconds(701)).healthy()).isTrue();
  }

  @Test
  void isIllWhenTheBrokerHasNeverAnswered() {
    watch.failed(ACCOUNT, SILENCE);

    assertThat(watch.finding(NOW).healthy()).isFalse();
    assertThat(watch.finding(NOW).detail()).contains("has not answered since this process began");
  }
}
