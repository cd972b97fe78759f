package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.RecordMovements;
import dev.arduinotrader.universe.ActionLeg;
import dev.arduinotrader.universe.CorporateAction;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spin-off, which no broker here brings. */
class EnteredActionTest {
  private static final Isin SPUN = Isin.of("DE000ENER6Y0");

  @Test
  void ordersStopUntilTheOwnerHasEnteredWhatTheBrokerDoesNotBring(@TempDir Path directory) {
    try (World world = new World(directory)) {
      world.deposit("20000.00");
      world.execute(world.buy(World.SIEMENS, 20));
      world.aMinute();
      world.reconcile();
      LocalDate exDate = LocalDate.parse("2026-03-09");
      world.universe.action(
          new CorporateAction.SpinOff(
              World.SIEMENS,
              exDate,
              null,
              List.of(new ActionLeg.Shares(SPUN, new BigDecimal("0.5"), new BigDecimal("0.2"))),
              new CorporateAction.Announcement("test", World.START)));
      world.clock.advance(Duration.ofDays(8));
      world.aMinute();
      world.reconcile();
      assertThat(world.execute(world.sell(World.SIEMENS, 5)).denialCode())
          .contains("ACTION_PENDING");

      LedgerEntry entered =
          new LedgerEntry.CorporateAction(
              0,
              "by-hand-1",
              world.clock.now(),
              LedgerEntry.ActionKind.SPIN_OFF,
              World.SIEMENS,
              Currency.EUR,
              List.of(new LedgerEntry.Leg(SPUN, Quantity.of(10), new BigDecimal("0.2"))),
              Money.zero(Currency.EUR),
              "");
      world
          .portfolio
          .recordMovements(
              world.now(), new RecordMovements(world.nextCommand(), List.of(entered), false))
          .orElseThrow();
      Trade sold = world.execute(world.sell(World.SIEMENS, 5));
      assertThat(sold.denialCode()).as(sold.message()).doesNotContain("ACTION_PENDING");
    }
  }
}
