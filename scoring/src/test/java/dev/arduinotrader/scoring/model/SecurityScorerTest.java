package dev.arduinotrader.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.scoring.GroupScore;
import dev.arduinotrader.scoring.PartScore;
import dev.arduinotrader.scoring.ScoringParameters;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecurityScorerTest {
  private static final ScoringParameters DEFAULT = ScoringParameters.DEFAULT;
  private static final Isin APPLE = Isin.of("US0378331005");

  @Test
  void sumsTheGoldenSeriesFromItsPublishedFigures() {
    Assessment assessment = SecurityScorer.assess(Series.golden(300), DEFAULT).orElseThrow();
    assertThat(assessment.groups())
        .extracting(GroupScore::name)
        .containsExactly("long_term", "short_term", "technicals");
    GroupScore technicals = assessment.groups().get(2);
    double rsi = 1;
    double bollinger = 1 - 0.261514520;
    double distance = (120.354902059 - 119.657969647) / 119.657969647;
    double expected = 0.35 * rsi + 0.35 * bollinger + 0.30 * (0.5 - 3 * distance);
    assertThat(technicals.score()).isCloseTo(expected, within(1e-6));
    assertThat(part(assessment, "sharpe").score()).isCloseTo(0.7 + 0.3 * 0.180263647, within(1e-6));
    assertThat(part(assessment, "sortino").score())
        .isCloseTo(0.8 + 0.4 * 0.316913881, within(1e-6));
    assertThat(part(assessment, "drawdown").score()).isCloseTo(1 - 2 * 0.060223345, within(1e-6));
    assertThat(assessment.coverage()).isCloseTo(1, within(1e-12));
    double weighted = 0;
    for (GroupScore group : assessment.groups()) {
      weighted += group.weight() * group.score();
    }
    assertThat(assessment.total()).isCloseTo(weighted / 0.4, within(1e-12));
  }

  @Test
  void leavesOutWhatCannotBeMeasuredAndSaysSoInTheCoverage() {
    Assessment assessment = SecurityScorer.assess(Series.golden(199), DEFAULT).orElseThrow();
    GroupScore technicals = assessment.groups().get(2);
    assertThat(technicals.parts()).extracting(PartScore::name).doesNotContain("ema_distance");
    assertThat(technicals.coverage()).isCloseTo(0.70, within(1e-12));
    // 199 weekdays are ten months: the growth, 0.40 of long_term, is missing as well.
    assertThat(assessment.coverage())
        .isCloseTo((0.20 * 0.60 + 0.10 + 0.10 * 0.70) / 0.40, within(1e-12));
  }

  @Test
  void leavesOutAGroupWithoutAnyFigure() {
    PriceSeries flat = Series.of(100, t -> 42);
    Assessment assessment = SecurityScorer.assess(flat, DEFAULT).orElseThrow();
    assertThat(assessment.groups()).extracting(GroupScore::name).containsExactly("short_term");
    ScoringParameters technicalsOnly = new ScoringParameters(0.11, 0, 0, 1);
    assertThat(SecurityScorer.assess(flat, technicalsOnly)).isEmpty();
  }

  @Test
  void keepsEveryScoreBetweenZeroAndOne() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      PriceSeries series =
          Series.walk(
              random,
              50 + random.nextInt(900),
              random.nextGaussian() / 500,
              random.nextDouble() / 10);
      Assessment assessment = SecurityScorer.assess(series, DEFAULT).orElseThrow();
      assertThat(assessment.total()).as("seed " + seed).isBetween(0.0, 1.0);
      assertThat(assessment.coverage()).isBetween(0.0, 1.0);
      for (GroupScore group : assessment.groups()) {
        assertThat(group.score()).isBetween(0.0, 1.0);
        assertThat(group.parts()).allMatch(part -> part.score() >= 0 && part.score() <= 1);
      }
    }
  }

  @Test
  void doesNotDependOnTheUnitOfThePrices() {
    Random random = new Random(7);
    for (int round = 0; round < 100; round++) {
      PriceSeries series = Series.walk(random, 300 + random.nextInt(300), 0.0003, 0.02);
      double factor = Math.exp(6 * random.nextGaussian());
      Assessment one = SecurityScorer.assess(series, DEFAULT).orElseThrow();
      Assessment other = SecurityScorer.assess(Series.times(series, factor), DEFAULT).orElseThrow();
      assertThat(other.total()).isCloseTo(one.total(), within(1e-9));
      assertThat(other.coverage()).isEqualTo(one.coverage());
    }
  }

  @Test
  void looksAtTheLastTenYearsOnly() {
    PriceSeries longer = Series.walk(new Random(3), 3_000, 0.0003, 0.02);
    assertThat(SecurityScorer.assess(longer, DEFAULT))
        .isEqualTo(SecurityScorer.assess(longer.last(SecurityScorer.BARS_MAX), DEFAULT));
  }

  @Test
  void refusesAHistoryThatIsTooShortOrTooOld() {
    PriceSeries golden = Series.golden(300);
    Instant after = lastDay(golden, 1);
    assertThat(HistoryRules.refusal(golden, after)).isEmpty();
    assertThat(HistoryRules.refusal(golden.last(49), after).orElseThrow().message())
        .contains("at least 50 closes over 12 months", "found 49 closes over");
    assertThat(HistoryRules.refusal(golden.last(150), after).orElseThrow().code())
        .isEqualTo("HISTORY_TOO_SHORT");
    assertThat(HistoryRules.refusal(golden, lastDay(golden, 30))).isEmpty();
    assertThat(HistoryRules.refusal(golden, lastDay(golden, 31)).orElseThrow().code())
        .isEqualTo("PRICES_STALE");
  }

  @Test
  void hashesEverythingThatEntersAScore() {
    PriceSeries golden = Series.golden(300);
    String hash = InputsHash.of(APPLE, "USD", golden, DEFAULT);
    assertThat(hash)
        .hasSize(64)
        .isEqualTo(InputsHash.of(APPLE, "USD", Series.golden(300), DEFAULT))
        .isNotEqualTo(InputsHash.of(APPLE, "EUR", golden, DEFAULT))
        .isNotEqualTo(InputsHash.of(Isin.of("US5949181045"), "USD", golden, DEFAULT))
        .isNotEqualTo(InputsHash.of(APPLE, "USD", golden.last(299), DEFAULT))
        .isNotEqualTo(InputsHash.of(APPLE, "USD", Series.times(golden, 2), DEFAULT))
        .isNotEqualTo(
            InputsHash.of(APPLE, "USD", golden, new ScoringParameters(0.12, 0.2, 0.1, 0.1)));
  }

  private static Instant lastDay(PriceSeries series, int plusDays) {
    return series
        .date(series.size() - 1)
        .plusDays(plusDays)
        .atStartOfDay(java.time.ZoneOffset.UTC)
        .toInstant();
  }

  private static PartScore part(Assessment assessment, String name) {
    return assessment.groups().stream()
        .flatMap(group -> group.parts().stream())
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
