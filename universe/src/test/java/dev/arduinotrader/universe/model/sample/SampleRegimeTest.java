package dev.arduinotrader.universe.model.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SampleRegimeTest {
  private static final int DAYS = 2_000_000;

  @Test
  void averagesToNoDriftAndUnitVarianceOverTheStaysOfTheChain() {
    Draws draws = Draws.of(20261122, "regime");
    Map<Regime, Integer> stays = new EnumMap<>(Regime.class);
    double drift = 0;
    double variance = 0;
    Regime regime = Regime.BULL;
    for (int day = 0; day < DAYS; day++) {
      regime = regime.next(draws.uniform(2L * day), draws.uniform(2L * day + 1));
      stays.merge(regime, 1, Integer::sum);
      drift += regime.drift() / DAYS;
      variance += regime.volatility() * regime.volatility() / DAYS;
    }
    assertThat(stays.getOrDefault(Regime.BULL, 0) / (double) DAYS).isCloseTo(0.65, within(0.03));
    assertThat(stays.getOrDefault(Regime.BEAR, 0) / (double) DAYS).isCloseTo(0.12, within(0.03));
    assertThat(drift).isCloseTo(0, within(0.015));
    assertThat(variance).isCloseTo(1, within(0.06));
  }
}
