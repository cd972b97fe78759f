package dev.arduinotrader.portfolio.model.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.portfolio.model.performance.RiskFigures.Grid;
import dev.arduinotrader.portfolio.model.performance.TimeWeighted.DayReturn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RiskFiguresTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  /** Returns 1 %, -2 %, 3 %, 0 %: mean 0.5 %, squares about it 0.0013, below zero once. */
  @Test
  void equalsFiguresWorkedOutByHand() {
    RiskFigures figures =
        RiskFigures.of(
            returns(0.01, -0.02, 0.03, 0), Grid.TRADING_DAYS, 0, OptionalDouble.of(0.1), -0.02);
    double volatility = Math.sqrt(0.0013 / 3) * Math.sqrt(252);
    assertThat(figures.annualVolatility().getAsDouble()).isCloseTo(volatility, within(1e-12));
    assertThat(figures.sharpe().getAsDouble()).isCloseTo(0.005 * 252 / volatility, within(1e-12));
    assertThat(figures.sortino().getAsDouble())
        .isCloseTo(0.005 * 252 / (0.01 * Math.sqrt(252)), within(1e-12));
    assertThat(figures.calmar().getAsDouble()).isCloseTo(5, within(1e-12));
  }

  @Test
  void takesTheRiskFreeRatePerDay() {
    RiskFigures figures =
        RiskFigures.of(returns(0.01, 0.03), Grid.CALENDAR_DAYS, 0.05, OptionalDouble.empty(), 0);
    double daily = Math.pow(1.05, 1 / 365.0) - 1;
    double volatility = Math.sqrt(0.0002) * Math.sqrt(365);
    assertThat(figures.sharpe().getAsDouble())
        .isCloseTo((0.02 - daily) * 365 / volatility, within(1e-12));
    assertThat(figures.calmar()).isEmpty();
  }

  @Test
  void leavesOutWhatCannotBeFormed() {
    RiskFigures one =
        RiskFigures.of(returns(0.01), Grid.TRADING_DAYS, 0, OptionalDouble.of(0.1), 0);
    assertThat(one.annualVolatility()).isEmpty();
    assertThat(one.sharpe()).isEmpty();
    RiskFigures still =
        RiskFigures.of(returns(0, 0, 0), Grid.TRADING_DAYS, 0, OptionalDouble.of(0), 0);
    assertThat(still.annualVolatility()).hasValue(0);
    assertThat(still.sharpe()).isEmpty();
    assertThat(still.sortino()).isEmpty();
  }

  /** Wealth 1.10, 0.88, 0.968, 1.21, 1.089: down a fifth and back, then down a tenth. */
  @Test
  void findsDrawdownsWithTheirDays() {
    List<Drawdown> falls = Drawdown.of(START, returns(0.1, -0.2, 0.1, 0.25, -0.1));
    assertThat(falls).hasSize(2);
    Drawdown deepest = falls.getFirst();
    assertThat(deepest.depth()).isCloseTo(-0.2, within(1e-12));
    assertThat(deepest.peak()).isEqualTo(START.plusDays(1));
    assertThat(deepest.trough()).isEqualTo(START.plusDays(2));
    assertThat(deepest.recovered()).isEqualTo(Optional.of(START.plusDays(4)));
    assertThat(falls.get(1).depth()).isCloseTo(-0.1, within(1e-12));
    assertThat(falls.get(1).recovered()).isEmpty();
  }

  @Test
  void countsAFallFromTheFirstDay() {
    assertThat(Drawdown.of(START, returns(-0.5)))
        .containsExactly(new Drawdown(START, START.plusDays(1), Optional.empty(), -0.5));
  }

  @Test
  void countsTheSmallerSideAsTurnover() {
    ValueHistory year =
        new ValueHistory(
            List.of(
                new DayValue(START, 1_000, 1_000), new DayValue(START.plusDays(365), 1_000, 0)));
    assertThat(Turnover.perYear(year, 900, 300).getAsDouble()).isCloseTo(0.3, within(1e-12));
    assertThat(Turnover.perYear(new ValueHistory(List.of(new DayValue(START, 1, 1))), 1, 1))
        .isEmpty();
  }

  private static List<DayReturn> returns(double... values) {
    List<DayReturn> returns = new ArrayList<>();
    for (double value : values) {
      returns.add(new DayReturn(START.plusDays(returns.size() + 1L), value));
    }
    return returns;
  }
}
