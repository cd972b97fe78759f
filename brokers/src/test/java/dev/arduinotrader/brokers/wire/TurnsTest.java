package dev.arduinotrader.brokers.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.time.Pauses;
import dev.arduinotrader.testkit.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final MovedClock clock = MovedClock.at("2026-11-20T10:00:00Z");
  private final TokenBucket budget = new TokenBucket(1, Duration.ofSeconds(2));
  private final List<String> order = new ArrayList<>();

  @Test
  void letsAnOrderGoBeforeCandlesThatHaveWaitedLonger() {
    List<Pauses> atPause = new ArrayList<>();
    Turns turns = new Turns(budget, clock, duration -> atPause.getFirst().pause(duration));
    // While the candles wait, an order comes: it takes the turn that they waited for.
    atPause.add(
        duration -> {
          atPause.set(0, clock::advance);
          order.add("order " + turns.await(Urgency.ORDER));
        });
    assertThat(turns.await(Urgency.CANDLES)).isTrue();
    order.add("candles " + turns.await(Urgency.CANDLES));
    assertThat(order).containsExactly("order true", "candles true");
    assertThat(clock.now()).isEqualTo("2026-11-20T10:00:04Z");
  }

  @Test
  void refusesAnOrderThatWouldBeSentLate() {
    Turns turns = new Turns(budget, clock, clock::advance);
    budget.holdUntil(clock.now().plusSeconds(11));
    assertThat(turns.await(Urgency.ORDER)).isFalse();
    assertThat(turns.await(Urgency.ACCOUNT)).isTrue();
    assertThat(clock.now()).isEqualTo("2026-11-20T10:00:11Z");
  }
}
