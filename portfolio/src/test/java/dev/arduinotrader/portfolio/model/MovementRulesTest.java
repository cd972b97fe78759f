package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.exchange;
import static dev.arduinotrader.portfolio.MovementsOf.flow;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovementRulesTest {
  private static List<String> faults(BrokerMovement movement) {
    return MovementRules.faults("m", movement).stream().map(Fault::toString).toList();
  }

  @Test
  void bookableMovementsHaveNoFault() {
    assertThat(faults(deposit(1, "30000", "EUR"))).isEmpty();
    assertThat(faults(flow(1, CashFlowKind.FEE, "-3", "EUR"))).isEmpty();
    assertThat(faults(buy(1, APPLE, "10", "172.99", "USD", "0"))).isEmpty();
    assertThat(faults(exchange(1, money("1", "EUR"), money("1", "USD"), money("0", "EUR"))))
        .isEmpty();
  }

  @Test
  void aDepositIsAboveZeroAndAWithdrawalBelow() {
    assertThat(faults(deposit(1, "-5", "EUR")))
        .containsExactly("m.amount: expected a deposit above zero, found -5.00 EUR");
    assertThat(faults(deposit(1, "0", "EUR"))).hasSize(1);
    assertThat(faults(flow(1, CashFlowKind.WITHDRAWAL, "5", "EUR")))
        .containsExactly("m.amount: expected a withdrawal below zero, found 5.00 EUR");
    assertThat(faults(flow(1, CashFlowKind.DIVIDEND, "0", "EUR"))).hasSize(1);
  }

  @Test
  void penceBookedAsPoundsAreNoticed() {
    BrokerMovement movement =
        new BrokerMovement.Execution(
            1,
            "m-1",
            at(1),
            ClientOrderId.of("o-1"),
            BP,
            Side.BUY,
            Quantity.of(10),
            Price.of("480", QuoteUnit.of("GBX")),
            money("4800", "GBP"),
            money("0", "GBP"));
    assertThat(faults(movement))
        .containsExactly(
            "m.gross: expected 10 times 480 GBX = 48.00 GBP, found 4800.00 GBP\n"
                + "Maybe the price is in another unit.");
  }

  @Test
  void namesAllFaultsAtOnce() {
    BrokerMovement movement =
        new BrokerMovement.Execution(
            0,
            " ",
            at(1),
            ClientOrderId.of("o-1"),
            APPLE,
            Side.BUY,
            Quantity.ZERO,
            Price.of("1", QuoteUnit.of("USD")),
            money("1", "EUR"),
            money("-1", "EUR"));
    assertThat(MovementRules.faults("m", movement))
        .extracting(Fault::place)
        .containsExactly("m.sequence", "m.sourceId", "m.quantity", "m.commission", "m.gross");
    assertThat(
            MovementRules.faults(
                "m", exchange(1, money("0", "EUR"), money("-1", "EUR"), money("0", "EUR"))))
        .extracting(Fault::place)
        .containsExactly("m.sold", "m.bought", "m.bought");
  }
}
