package dev.arduinotrader.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Laws over plans of seeded random snapshots. */
class PlanLawsTest {
  private static final int WORLDS = 200;

  @Test
  void theOrderOfTheInputNeverMatters() {
    World world = new RandomWorlds(42, 12).world();
    Plan first = new RandomWorlds(42, 12).services().plan(world);
    assertThat(first.steps()).isNotEmpty();

    for (long seed = 1; seed <= 1_000; seed++) {
      Plan again = new RandomWorlds(42, 12).services().result(world.shuffled(seed)).orElseThrow();
      assertThat(again).as("seed %d", seed).isEqualTo(first);
    }
  }

  @Test
  void everyStepKeepsItsRules() {
    int steps = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      RandomWorlds random = new RandomWorlds(seed, 20);
      Snapshot snapshot = random.world().snapshot();
      Plan plan = random.services().result(snapshot).orElseThrow();
      Set<String> seen = new HashSet<>();
      for (PlanStep step : plan.steps()) {
        steps++;
        SnapshotSecurity security = security(snapshot, step);
        Quantity held = held(snapshot, step);
        assertThat(seen.add(step.symbol())).as("seed %d: one trade a security", seed).isTrue();
        assertThat(step.quantity().isPositive()).isTrue();
        assertThat(security.lot().divides(step.quantity())).as("seed %d: lots", seed).isTrue();
        assertThat(step.valueInBase().amount().doubleValue()).isGreaterThan(249.99);
        if (step.side() == Side.SELL) {
          assertThat(step.quantity()).isLessThanOrEqualTo(held);
          Quantity rest = held.minus(step.quantity());
          boolean oddBefore = !security.lot().divides(held);
          assertThat(rest.isZero() || oddBefore || rest.value().compareTo(lot(security)) >= 0)
              .isTrue();
          assertThat(step.weightAfter()).isLessThan(step.weightBefore());
          assertThat(step.limit().value()).isGreaterThanOrEqualTo(times(step, "0.95"));
        } else {
          assertThat(step.weightAfter()).isLessThanOrEqualTo(0.15 + 1e-9);
          assertThat(step.limit().value()).isLessThanOrEqualTo(times(step, "1.05"));
        }
      }
      assertThat(plan.steps()).isSortedAccordingTo(PlanLawsTest::salesFirst);
    }
    assertThat(steps).isGreaterThan(WORLDS);
  }

  private static int salesFirst(PlanStep left, PlanStep right) {
    return Boolean.compare(left.side() == Side.BUY, right.side() == Side.BUY);
  }

  private static BigDecimal times(PlanStep step, String factor) {
    return step.price().value().multiply(new BigDecimal(factor));
  }

  private static BigDecimal lot(SnapshotSecurity security) {
    return security.lot().size();
  }

  @Test
  void scoresAndProofsFitTogether() {
    for (long seed = 1; seed <= WORLDS; seed++) {
      RandomWorlds random = new RandomWorlds(seed, 20);
      Plan plan = random.services().plan(random.world());

      assertThat(plan.certificate().proven()).isTrue();
      assertThat(plan.certificate().gap()).isZero();
      assertThat(plan.improvement()).isEqualTo(plan.scoreAfter() - plan.scoreNow());
      if (!plan.isDoNothing()) {
        assertThat(plan.improvement()).isGreaterThan(0.002);
        assertThat(plan.alternatives())
            .as("seed %d", seed)
            .allMatch(each -> each.score() <= plan.scoreAfter() + 1e-12);
      }
      for (PlanStep step : plan.steps()) {
        // What the best set loses without one of its trades is never negative.
        assertThat(step.contribution()).as("seed %d", seed).isGreaterThan(-1e-12);
      }
    }
  }

  @Test
  void theSearchScoresAsTheDefinitionDoes() {
    for (long seed = 1; seed <= WORLDS; seed++) {
      RandomWorlds random = new RandomWorlds(seed, 20);
      Plan plan = random.services().plan(random.world());
      // Doing nothing is scored by the search as an alternative, and apart from it as scoreNow.
      plan.alternatives().stream()
          .filter(each -> each.trades().isEmpty())
          .forEach(each -> assertThat(each.score()).isCloseTo(plan.scoreNow(), within(1e-12)));
    }
  }

  @Test
  void survivesJsonWithoutLoss() {
    for (long seed = 1; seed <= 50; seed++) {
      RandomWorlds random = new RandomWorlds(seed, 20);
      Plan plan = random.services().plan(random.world());

      assertThat(Json.read(Json.write(plan), Plan.class)).isEqualTo(plan);
    }
  }

  @Test
  void anotherMarketOrIdentityIsAnotherPlan() {
    RandomWorlds random = new RandomWorlds(42, 12);
    Plan plan = random.services().plan(random.world());
    Plan dearer = random.services().plan(random.world().security("X", "10", World.EUR));

    assertThat(plan.planHash()).hasSize(64).isNotEqualTo(dearer.planHash());
    assertThat(random.services().plan(random.world()).planHash()).isEqualTo(plan.planHash());
  }

  private static SnapshotSecurity security(Snapshot snapshot, PlanStep step) {
    return snapshot.securities().stream()
        .filter(each -> each.isin().equals(step.isin()))
        .findFirst()
        .orElseThrow();
  }

  private static Quantity held(Snapshot snapshot, PlanStep step) {
    return snapshot.positions().stream()
        .filter(each -> each.isin().equals(step.isin()))
        .map(Position::quantity)
        .findFirst()
        .orElse(Quantity.ZERO);
  }
}
