package dev.arduinotrader.planning;

import static dev.arduinotrader.planning.World.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T18: lots of every usual size, a lot larger than the target, and the rest of a holding. */
class LotSizesTest {
  private final Services services = new Services();

  /** 15 % of 30,000 euros at 10 euros are 450 units; a trade costs little of that. */
  @ParameterizedTest
  @CsvSource({"1, 401, 450", "100, 400, 400", "500, 0, 500", "1000, 0, 0", "10000, 0, 0"})
  void buysWholeLotsAndNoneWhereOneIsFarAboveTheTarget(String lot, long least, long most) {
    World world =
        new World()
            .cash("30000", Currency.EUR)
            .security("A", "10", EUR, "country", "industry", lot);
    services.judge("A", 0.71, 0.15);

    List<PlanStep> steps = services.plan(world).steps();

    Quantity bought = steps.stream().map(PlanStep::quantity).reduce(Quantity.ZERO, Quantity::plus);
    assertThat(bought).isBetween(Quantity.of(least), Quantity.of(most));
    assertThat(bought.isZero() || Lot.of(lot).divides(bought)).isTrue();
    assertThat(steps).allMatch(step -> step.side() == Side.BUY && step.quantity().isPositive());
  }

  /** A holding that is no whole number of lots: what is sold is, and never more than is held. */
  @ParameterizedTest
  @CsvSource({"1, 237", "100, 237", "100, 200", "500, 1250", "500, 499", "1000, 3000", "1000, 7"})
  void sellsWholeLotsAndNeverMoreThanIsHeld(String lot, String held) {
    World world =
        new World()
            .unlimited()
            .cash("500", Currency.EUR)
            .security("OLD", "5", EUR, "country", "industry", lot)
            .holding("OLD", held)
            .security("NEW", "20", EUR);
    services.judge("OLD", 0.3, 0).judge("NEW", 0.8, 0.95);

    List<PlanStep> sales =
        services.plan(world).steps().stream().filter(step -> step.side() == Side.SELL).toList();

    boolean holdsALot = Lot.of(lot).size().compareTo(Quantity.of(held).value()) <= 0;
    assertThat(sales).hasSize(holdsALot ? 1 : 0);
    for (PlanStep sale : sales) {
      assertThat(Lot.of(lot).divides(sale.quantity())).isTrue();
      assertThat(sale.quantity()).isBetween(Quantity.of(1), Quantity.of(held));
    }
  }
}
