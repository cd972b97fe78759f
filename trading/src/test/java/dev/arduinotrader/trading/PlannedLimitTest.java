package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.Security;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void reachesTheBrokerOnTheStepsWhenItWasPlannedAndIsRefusedWhenItWasTyped(
      @TempDir Path directory) {
    try (World world = new World(directory).deposit("30000.00")) {
      Security siemens = world.universe.getSecurity(world.now(), World.SIEMENS).orElseThrow();
      world.universe.with(withTick(siemens, "0.1"));
      Trade planned = world.execute(withLimit(world.buy(World.SIEMENS, 10), "50.57", "plan"));
      assertThat(planned.denialCode()).isEmpty();
      assertThat(planned.legs().getFirst().description()).isEqualTo("BUY 10 SIE up to 50.5 EUR");

      world.aMinute().reconcile();
      Trade typed = world.execute(withLimit(world.buy(World.SIEMENS, 10), "50.57", ""));
      assertThat(typed.denialCode()).isEqualTo("TICK");
    }
  }

  private static Security withTick(Security security, String tick) {
    return new Security(
        security.isin(),
        security.symbol(),
        security.name(),
        security.productType(),
        security.country(),
        security.industry(),
        security.exchange(),
        security.quoteUnit(),
        security.lot(),
        Price.of(tick, security.quoteUnit()),
        security.tradable(),
        security.simulated());
  }

  private static TradeCommand withLimit(TradeCommand command, String limit, String planHash) {
    return new TradeCommand(
        command.commandId(),
        command.isin(),
        command.side(),
        command.quantity(),
        Price.of(limit, command.estimatedPrice().unit()),
        command.estimatedPrice(),
        command.reason(),
        planHash,
        planHash.isEmpty() ? 0 : 1);
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
