package dev.arduinotrader.universe.model.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RawBarTest {
  private static final RawBar BAR = RawBar.ofDay(LocalDate.of(2024, 1, 2), 1, 2, 3, 4, 5);

  @Test
  void changesOnlyTheFieldItIsAskedToChange() {
    for (RawField changed : RawField.values()) {
      RawBar other = BAR.with(changed, 99);
      for (RawField field : RawField.values()) {
        double expected = field == changed ? 99 : BAR.value(field);
        assertThat(Double.compare(other.value(field), expected)).isZero();
      }
    }
  }

  @Test
  void knowsWhichFieldsTheSourceHas() {
    RawSeries series = RawSeries.daily(List.of(RawBar.ofClose(LocalDate.of(2024, 1, 2), 7), BAR));

    assertThat(series.has(RawField.OPEN)).isTrue();
    assertThat(series.has(RawField.ADJUSTED_CLOSE)).isFalse();
    assertThat(series.has(RawField.SPLIT)).isFalse();
  }
}
