package dev.arduinotrader.gateway.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.guard.ServiceProxy;
import dev.arduinotrader.platform.health.DeploymentEpochs;
import dev.arduinotrader.platform.health.ProcessSelf;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.FakeUniverse;
import dev.arduinotrader.universe.UniverseService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockAgreementTest {
  private static final long SEED = 20_261_123;
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static TraderService serviceAt(Instant now) {
    return new ProcessSelf(
            "other", MovedClock.at(now.toString()), new DeploymentEpochs(() -> 1), List::of)
        .signing(UniverseService.class, new FakeUniverse());
  }

  private static void require(TraderClock clock, TraderService service) {
    new ClockAgreement(clock).require(Contexts.at(NOW), List.of(service));
  }

  private static Problem refusal(TraderClock clock, TraderService service) {
    return catchThrowableOfType(ProblemException.class, () -> require(clock, service)).problem();
  }

  /** A clock that shows these instants, one after the other. */
  private static TraderClock showing(Instant... instants) {
    Deque<Instant> left = new ArrayDeque<>(List.of(instants));
    return new TraderClock() {
      @Override
      public Instant now() {
        return left.removeFirst();
      }

      @Override
      public String base() {
        return MovedClock.at(NOW.toString()).base();
      }
    };
  }

  @Test
  void takesClocksThatAreTwoSecondsApart() {
    MovedClock clock = MovedClock.at(NOW.toString());

    assertThatCode(() -> require(clock, serviceAt(NOW.plusSeconds(2)))).doesNotThrowAnyException();
    assertThatCode(() -> require(clock, serviceAt(NOW.minusSeconds(2)))).doesNotThrowAnyException();
  }

  @Test
  void refusesAClockThatIsFurtherOffSayingByHowMuch() {
    MovedClock clock = MovedClock.at(NOW.toString());

    Problem ahead = refusal(clock, serviceAt(NOW.plusMillis(2_500)));
    assertThat(ahead.code()).isEqualTo("CLOCK_SKEW");
    assertThat(ahead.message()).contains("process other 2.5 s ahead");
    assertThat(refusal(clock, serviceAt(NOW.minusSeconds(3))).message()).contains("3.0 s behind");
  }

  @Test
  void asksAgainWhenTheAnswerCameTooLateToTell() {
    Instant late = NOW.plusSeconds(5);

    assertThatCode(
            () ->
                require(showing(NOW, late, NOW, NOW.plusMillis(3)), serviceAt(NOW.plusSeconds(1))))
        .doesNotThrowAnyException();
    assertThat(
            refusal(showing(NOW, late, NOW, late, NOW, late), serviceAt(NOW.plusSeconds(1))).code())
        .isEqualTo("CLOCK_UNSURE");
  }

  @Test
  void refusesAClockThatIsOffHoweverLongTheLineTook() {
    Instant answered = NOW.plusSeconds(5);
    assertThat(refusal(showing(NOW, answered), serviceAt(answered.plusMillis(2_100))).message())
        .contains("2.1 s ahead");
  }

  @Test
  void neverTakesClocksForEqualOrApartThatAreNot() {
    Random random = new Random(SEED);
    int sure = 0;
    for (int i = 0; i < 100_000; i++) {
      long offset = random.nextLong(-6_000, 6_000);
      long there = random.nextLong(3_000);
      long back = random.nextLong(3_000);
      Instant read = NOW.plusMillis(there + offset);
      ClockReading.Verdict verdict =
          ClockReading.of(read, NOW, NOW.plusMillis(there + back)).judge(Duration.ofSeconds(2));
      boolean apart = Math.abs(offset) > 2_000;
      if (verdict != ClockReading.Verdict.UNSURE) {
        sure++;
        assertThat(verdict == ClockReading.Verdict.APART)
            .as("seed %d, %d ms off, %d ms there, %d ms back", SEED, offset, there, back)
            .isEqualTo(apart);
      }
      boolean mustTell = Math.abs(offset) + there + back <= 2_000;
      assertThat(mustTell && verdict != ClockReading.Verdict.AGREE).isFalse();
    }
    assertThat(sure).isBetween(20_000, 80_000);
  }

  @Test
  void takesClocksStartedAtOneChosenInstantHoweverFarApartTheirProcessesStarted() {
    SystemClock chosen = SystemClock.startingAt(NOW);
    ServiceHealth health =
        new ServiceHealth(true, "1", "healthy", chosen.base(), List.of())
            .from(new ProcessFacts("later", NOW.minusSeconds(60), 1, "", List.of()));
    TraderService started =
        ServiceProxy.of(
            TraderService.class, "started later", (method, given) -> Result.success(health));

    assertThatCode(() -> require(chosen, started)).doesNotThrowAnyException();
  }

  @Test
  void refusesAServiceThatDoesNotTellItsTime() {
    assertThat(refusal(MovedClock.at(NOW.toString()), new FakeUniverse()).code())
        .isEqualTo("CLOCK_SKEW");
  }
}
