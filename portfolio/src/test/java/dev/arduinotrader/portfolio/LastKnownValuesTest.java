package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LastKnownValuesTest {
  private static final List<DailyValuation> LATEST_FIRST =
      List.of(day(3, null), day(2, money("960", "EUR")), day(1, money("950", "EUR")));

  private static DailyValuation day(int day, @Nullable Money value) {
    return new DailyValuation(
        LocalDate.of(2023, 5, day),
        null,
        null,
        null,
        List.of(new DailyValuation.DayPosition(APPLE, Quantity.of(10), value)),
        List.of());
  }

  private static Position position(@Nullable Money value) {
    return new Position(
        APPLE,
        "AAPL",
        "Apple",
        Quantity.of(10),
        null,
        null,
        null,
        null,
        value,
        null,
        null,
        null,
        "no price");
  }

  @Test
  void aMissingValueStaysMissingAndSaysWhatWasLastKnown() {
    Position explained = LastKnownValues.explained(position(null), LATEST_FIRST);
    assertThat(explained.valueInBase()).isNull();
    assertThat(explained.note())
        .isEqualTo("no price; 10 units were last known to be worth 960.00 EUR, on 2023-05-02");
  }

  @Test
  void aKnownValueNeedsNoExplanation() {
    Position known = position(money("1", "EUR"));
    assertThat(LastKnownValues.explained(known, LATEST_FIRST)).isSameAs(known);
    assertThat(LastKnownValues.explained(position(null), List.of())).isEqualTo(position(null));
  }
}
