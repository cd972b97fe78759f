package dev.arduinotrader.platform.resilience.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.resilience.model.BreakerEvent.Abandoned;
import dev.arduinotrader.platform.resilience.model.BreakerEvent.Asked;
import dev.arduinotrader.platform.resilience.model.BreakerEvent.Failed;
import dev.arduinotrader.platform.resilience.model.BreakerEvent.Reconnected;
import dev.arduinotrader.platform.resilience.model.BreakerEvent.Renewed;
import dev.arduinotrader.platform.resilience.model.BreakerEvent.Succeeded;
import dev.arduinotrader.platform.resilience.model.BreakerState.Closed;
import dev.arduinotrader.platform.resilience.model.BreakerState.HalfOpen;
import dev.arduinotrader.platform.resilience.model.BreakerState.Open;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final BreakerRules RULES = BreakerRules.DEFAULT;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final int SEEDS = 200;
  private static final int STEPS = 2_000;

  private BreakerState state = BreakerState.initial();

  private boolean step(BreakerEvent event, long nowNanos) {
    Breaker.Step step = Breaker.step(RULES, state, event, nowNanos);
    state = step.next();
    return step.admitted();
  }

  private void fail(int times, long nowNanos) {
    for (int i = 0; i < times; i++) {
      step(new Failed(state.period()), nowNanos);
    }
  }

  @Test
  void opensAfterFiveFailuresInARowForSixtySeconds() {
    fail(4, 0);
    assertThat(step(new Asked(), 0)).isTrue();
    fail(1, 0);

    assertThat(state).isEqualTo(new Open(1, 1, 0, 60 * SECOND));
    assertThat(step(new Asked(), 60 * SECOND - 1)).isFalse();
    assertThat(step(new Asked(), 60 * SECOND)).isTrue();
  }

  @Test
  void countsFailuresInARowOnly() {
    fail(4, 0);
    step(new Succeeded(0), 0);
    fail(4, 0);

    assertThat(state).isEqualTo(new Closed(0, 4, false));
  }

  @Test
  void triesOneCallAtATimeAndClosesAfterTwoSuccesses() {
    fail(5, 0);
    step(new Asked(), 60 * SECOND);
    assertThat(step(new Asked(), 61 * SECOND)).isFalse();
    step(new Succeeded(2), 61 * SECOND);
    assertThat(step(new Asked(), 61 * SECOND)).isTrue();
    step(new Succeeded(2), 61 * SECOND);

    assertThat(state).isEqualTo(new Closed(3, 0, false));
  }

  @Test
  void opensAgainWhenTheSecondTrialFails() {
    fail(5, 0);
    step(new Asked(), 60 * SECOND);
    step(new Succeeded(2), 60 * SECOND);
    step(new Asked(), 60 * SECOND);
    step(new Failed(2), 61 * SECOND);

    assertThat(state).isEqualTo(new Open(3, 2, 61 * SECOND, 121 * SECOND));
  }

  @Test
  void letsAnotherTrialInWhenOneWasAbandoned() {
    fail(5, 0);
    step(new Asked(), 60 * SECOND);
    step(new Abandoned(2), 60 * SECOND);

    assertThat(state).isEqualTo(new HalfOpen(2, 1, 0, false, false));
    assertThat(step(new Asked(), 60 * SECOND)).isTrue();
  }

  @Test
  void ignoresTheEndOfACallThatBeganInAnotherPeriod() {
    fail(5, 0);
    step(new Asked(), 60 * SECOND);
    step(new Failed(0), 60 * SECOND);
    step(new Succeeded(0), 60 * SECOND);

    assertThat(state).isEqualTo(new HalfOpen(2, 1, 0, true, false));
  }

  @Test
  void triesAtOnceWhenALostConnectionIsBack() {
    fail(5, 0);
    step(new Reconnected(), SECOND);

    assertThat(step(new Asked(), SECOND)).isTrue();
    assertThat(step(new Asked(), SECOND)).isFalse();
  }

  @Test
  void countsNoFailureOfACallOverAConnectionThatIsNoMore() {
    fail(4, 0);
    step(new Reconnected(), SECOND);
    step(new Failed(0), SECOND);
    assertThat(state).isEqualTo(new Closed(1, 4, false));
    step(new Failed(1), SECOND);

    assertThat(state).isInstanceOf(Open.class);
  }

  @Test
  void triesAtOnceOverAConnectionThatIsNew() {
    fail(5, 0);
    step(new Renewed(), SECOND);

    assertThat(step(new Asked(), SECOND)).isTrue();
  }

  /** The calls of the silent connection end after the new one was made. */
  @Test
  void triesAtOnceWhenTheConnectionWasNewBeforeItOpened() {
    fail(3, 0);
    step(new Renewed(), SECOND);
    fail(2, 2 * SECOND);

    assertThat(state).isInstanceOf(Open.class);
    assertThat(step(new Asked(), 2 * SECOND)).isTrue();
  }

  @Test
  void waitsTheWholeMinuteWhenTheConnectionHasAnsweredSince() {
    step(new Renewed(), 0);
    step(new Succeeded(0), 0);
    fail(5, 0);

    assertThat(step(new Asked(), 59 * SECOND)).isFalse();
  }

  /** A target that is slow rather than far: every trial is silent and makes a new connection. */
  @Test
  void triesATargetThatStaysSilentEverMoreSeldom() {
    fail(5, 0);
    long now = 0;
    for (long pause : new long[] {0, 1, 2, 4, 8, 16, 32, 60, 60}) {
      step(new Renewed(), now);
      if (pause > 0) {
        assertThat(step(new Asked(), now + pause * SECOND - 1)).isFalse();
      }
      now += pause * SECOND;
      assertThat(step(new Asked(), now)).as("after %d s", pause).isTrue();
      fail(1, now);
    }
  }

  /** The same rules told from the history instead of from a state. */
  private static final class Reference {
    private enum Mood {
      CLOSED,
      OPEN,
      TRYING
    }

    private Mood mood = Mood.CLOSED;
    private final List<Boolean> outcomes = new ArrayList<>();
    private long openedAt;
    private int openings;
    private boolean renewed;
    private int trials;
    private int period;

    boolean ask(long now) {
      if (mood == Mood.OPEN && now - openedAt >= SECOND * (renewed ? pause() : 60)) {
        change(Mood.TRYING);
        renewed = false;
      }
      if (mood == Mood.TRYING && trials == 0) {
        trials++;
        return true;
      }
      return mood == Mood.CLOSED;
    }

    private int pause() {
      return List.of(0, 1, 2, 4, 8, 16, 32, 60).get(Math.min(openings, 8) - 1);
    }

    void end(int began, Boolean good, long now) {
      if (began != period) {
        return;
      }
      outcomes.add(good);
      trials = 0;
      renewed &= !good;
      long failures = outcomes.reversed().stream().takeWhile(outcome -> !outcome).count();
      if (mood == Mood.CLOSED ? failures >= 5 : mood == Mood.TRYING && !good) {
        openedAt = now;
        openings++;
        change(Mood.OPEN);
      } else if (mood == Mood.TRYING && outcomes.equals(List.of(true, true))) {
        openings = 0;
        change(Mood.CLOSED);
      }
    }

    void abandon(int began) {
      if (began == period) {
        trials = 0;
      }
    }

    void reconnect() {
      switch (mood) {
        case CLOSED -> period++;
        case OPEN -> {
          change(Mood.TRYING);
          renewed = false;
        }
        case TRYING -> {}
      }
    }

    private void change(Mood next) {
      mood = next;
      outcomes.clear();
      trials = 0;
      period++;
    }
  }

  @Test
  void agreesWithTheReferenceOnRandomHistories() {
    for (int seed = 0; seed < SEEDS; seed++) {
      compareOn(seed);
    }
  }

  private void compareOn(int seed) {
    Random random = new Random(seed);
    Reference reference = new Reference();
    state = BreakerState.initial();
    List<Integer> running = new ArrayList<>();
    long now = 0;
    for (int step = 0; step < STEPS; step++) {
      now += random.nextLong(5 * SECOND);
      int choice = random.nextInt(10);
      if (running.isEmpty() || choice < 4) {
        boolean expected = reference.ask(now);
        assertThat(step(new Asked(), now)).as("seed %d, step %d", seed, step).isEqualTo(expected);
        if (expected) {
          running.add(state.period());
        }
      } else if (choice == 9) {
        reference.reconnect();
        step(new Reconnected(), now);
      } else if (choice == 8) {
        reference.renewed = true;
        step(new Renewed(), now);
      } else {
        int period = running.remove(random.nextInt(running.size()));
        endOne(reference, random.nextInt(10), period, now);
      }
      assertThat(state.period()).as("seed %d, step %d", seed, step).isEqualTo(reference.period);
    }
  }

  private void endOne(Reference reference, int choice, int period, long now) {
    if (choice == 0) {
      reference.abandon(period);
      step(new Abandoned(period), now);
    } else if (choice < 8) {
      reference.end(period, false, now);
      step(new Failed(period), now);
    } else {
      reference.end(period, true, now);
      step(new Succeeded(period), now);
    }
  }
}
