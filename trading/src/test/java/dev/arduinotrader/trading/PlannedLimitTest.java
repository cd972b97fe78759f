package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedLimitTest {
  private static final QuoteUnit PENCE = QuoteUnit.of("GBX");

  @ParameterizedTest
  @CsvSource({
    "BUY, 1629.39, 0.1, 1629.3",
    "SELL, 1629.31, 0.1, 1629.4",
    "BUY, 1629.3, 0.1, 1629.3",
    "SELL, 98, 5, 100",
    "BUY, 0.04, 0.1, 0.04"
  })
  void liesOnTheStepsOfThePriceToTheSafeSide(Side side, String limit, String tick, String stepped) {
    assertThat(wish(side, limit, "plan").onTick(Price.of(tick, PENCE)).limit())
        .isEqualTo(Price.of(stepped, PENCE));
  }

  @Test
  void isNotChangedWhenAPersonTypedItOrTheStepIsUnknown() {
    TradeCommand typed = wish(Side.BUY, "1629.39", "");
    assertThat(typed.onTick(Price.of("0.1", PENCE))).isSameAs(typed);
    TradeCommand planned = wish(Side.BUY, "1629.39", "plan");
    assertThat(planned.onTick(null)).isSameAs(planned);
    assertThat(planned.onTick(Price.of("0.1", QuoteUnit.of("USD")))).isSameAs(planned);
  }

  private static TradeCommand wish(Side side, String limit, String planHash) {
    return new TradeCommand(
        CommandId.of("one"),
        World.BARCLAYS,
        side,
        Quantity.of(1),
        Price.of(limit, PENCE),
        Price.of("1600", PENCE),
        "a test",
        planHash,
        1);
  }
}
