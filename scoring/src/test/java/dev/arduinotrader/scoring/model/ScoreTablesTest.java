package dev.arduinotrader.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ScoreTablesTest {
  private static final double STEP = 1e-4;

  @Test
  void goesThroughItsKnotsAndStraightBetweenThem() {
    assertThat(ScoreTables.SHARPE.applyAsDouble(-1)).isZero();
    assertThat(ScoreTables.SHARPE.applyAsDouble(0.25)).isCloseTo(0.2, within(1e-12));
    assertThat(ScoreTables.SHARPE.applyAsDouble(1)).isCloseTo(0.7, within(1e-12));
    assertThat(ScoreTables.SHARPE.applyAsDouble(5)).isEqualTo(1);
    assertThat(ScoreTables.SORTINO.applyAsDouble(1.5)).isCloseTo(0.8, within(1e-12));
    assertThat(ScoreTables.DRAWDOWN.applyAsDouble(0.4)).isCloseTo(0.4, within(1e-12));
    assertThat(ScoreTables.RSI.applyAsDouble(50)).isCloseTo(0.5, within(1e-12));
    assertThat(ScoreTables.BOLLINGER.applyAsDouble(0.261514520))
        .isCloseTo(1 - 0.261514520, within(1e-12));
    assertThat(ScoreTables.EMA_DISTANCE.applyAsDouble(0.05)).isCloseTo(0.35, within(1e-12));
  }

  @Test
  void jumpsInMomentumWhereItIsDeclaredAndTakesTheRightSide() {
    assertThat(ScoreTables.MOMENTUM.jumps()).containsExactly(-0.10);
    assertThat(ScoreTables.MOMENTUM.applyAsDouble(-0.1000001)).isEqualTo(0.2);
    assertThat(ScoreTables.MOMENTUM.applyAsDouble(-0.10)).isEqualTo(0.5);
    assertThat(ScoreTables.MOMENTUM.applyAsDouble(0.9)).isEqualTo(0.5);
  }

  @Test
  void scoresGrowthLikeABellAroundTheTarget() {
    GrowthBell bell = new GrowthBell(0.11);
    assertThat(bell.applyAsDouble(0.11)).isEqualTo(1);
    assertThat(bell.applyAsDouble(0.05)).isCloseTo(0.6655510608, within(1e-9));
    assertThat(bell.applyAsDouble(0.21)).isCloseTo(0.6655510608, within(1e-9));
    assertThat(bell.applyAsDouble(0)).isEqualTo(0.15);
    assertThat(bell.applyAsDouble(-0.5)).isEqualTo(0.15);
  }

  @Test
  void risesWhereMoreIsBetterAndFallsWhereLessIs() {
    assertDirection(ScoreTables.SHARPE, -1, 3, 1);
    assertDirection(ScoreTables.SORTINO, -1, 3, 1);
    assertDirection(ScoreTables.DRAWDOWN, 0, 1, -1);
    assertDirection(ScoreTables.RSI, 0, 100, -1);
    assertDirection(ScoreTables.BOLLINGER, 0, 1, -1);
    assertDirection(ScoreTables.EMA_DISTANCE, -0.5, 0.5, -1);
    assertDirection(ScoreTables.MOMENTUM, -0.5, 0.15, 1);
    assertDirection(ScoreTables.MOMENTUM, 0.05, 0.6, -1);
    assertDirection(new GrowthBell(0.11), -0.5, 0.11, 1);
    assertDirection(new GrowthBell(0.11), 0.11, 2, -1);
  }

  @Test
  void staysBetweenZeroAndOneAndJumpsOnlyWhereDeclared() {
    Map<String, PiecewiseLinear> tables =
        Map.of(
            "sharpe", ScoreTables.SHARPE,
            "sortino", ScoreTables.SORTINO,
            "momentum", ScoreTables.MOMENTUM,
            "drawdown", ScoreTables.DRAWDOWN,
            "bollinger", ScoreTables.BOLLINGER,
            "ema", ScoreTables.EMA_DISTANCE);
    tables.forEach((name, table) -> assertContinuous(name, table, table.jumps()));
    assertContinuous("growth", new GrowthBell(0.11), GrowthBell.JUMP);
  }

  private static void assertContinuous(String name, DoubleUnaryOperator table, double... jumps) {
    double slopeMax = table instanceof PiecewiseLinear linear ? linear.steepestSlope() : 10;
    for (double x = -3; x < 3; x += STEP) {
      double here = table.applyAsDouble(x);
      assertThat(here).as(name + " at " + x).isBetween(0.0, 1.0);
      double change = Math.abs(table.applyAsDouble(x + STEP) - here);
      if (!crosses(x, x + STEP, jumps)) {
        assertThat(change).as(name + " at " + x).isLessThanOrEqualTo(slopeMax * STEP + 1e-9);
      }
    }
  }

  private static boolean crosses(double from, double to, double... jumps) {
    for (double jump : jumps) {
      if (jump >= from && jump <= to) {
        return true;
      }
    }
    return false;
  }

  private static void assertDirection(
      DoubleUnaryOperator table, double from, double to, int direction) {
    double step = (to - from) / 5_000;
    for (int i = 0; i < 5_000; i++) {
      double x = from + i * step;
      double change = table.applyAsDouble(x + step) - table.applyAsDouble(x);
      assertThat(change * direction).as("at " + x).isGreaterThanOrEqualTo(-1e-12);
    }
  }

  @Test
  void refusesKnotsThatAreNoFunction() {
    assertThatThrownBy(() -> PiecewiseLinear.through(1, 2, 3))
        .hasMessageContaining("pairs of x and y");
    assertThatThrownBy(() -> PiecewiseLinear.through(1, 2, 0, 3))
        .hasMessageContaining("left to right");
    assertThatThrownBy(() -> PiecewiseLinear.through(1, 2, 1, 3, 1, 4))
        .hasMessageContaining("at most twice");
    assertThatThrownBy(() -> PiecewiseLinear.through(1, Double.NaN)).hasMessageContaining("finite");
  }
}
