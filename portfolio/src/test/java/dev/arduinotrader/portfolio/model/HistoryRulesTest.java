package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryRulesTest {
  private static final List<BrokerMovement> BOOKED = List.of(buy(1, APPLE, "5", "100", "USD", "0"));

  private static List<Fault> faults(BrokerMovement... wanted) {
    return HistoryRules.faults(BOOKED, List.of(wanted), at(100));
  }

  private static BrokerMovement sale(String id, long hour, String quantity, String gross) {
    return new BrokerMovement.Execution(
        0,
        id,
        at(hour),
        ClientOrderId.of("o"),
        APPLE,
        Side.SELL,
        Quantity.of(quantity),
        Price.of("100", QuoteUnit.of("USD")),
        money(gross, "USD"),
        money("0", "USD"));
  }

  private static BrokerMovement dividend(long hour, Isin isin) {
    return new LedgerEntry.Dividend(
        0, "d-" + hour, at(hour), isin, money("1", "USD"), money("0", "USD"), "");
  }

  @Test
  void aPlausibleHistoryIsAccepted() {
    assertThat(faults(sale("a", 2, "5", "500"), dividend(3, APPLE))).isEmpty();
  }

  @Test
  void namesEverySaleBeyondTheHolding() {
    assertThat(faults(sale("a", 2, "3", "300"), sale("b", 3, "3", "300")))
        .extracting(Fault::place)
        .containsExactly("movements[1].quantity");
  }

  @Test
  void aDividendNeedsAHoldingBefore() {
    assertThat(faults(dividend(2, BP), dividend(0, APPLE)))
        .extracting(Fault::place)
        .containsExactlyInAnyOrder("movements[0].isin", "movements[1].isin");
  }

  @Test
  void nothingMayHappenInTheFuture() {
    assertThat(
            faults(
                new BrokerMovement.CashFlow(
                    0, "f", at(101), CashFlowKind.DEPOSIT, money("1", "EUR"), "")))
        .extracting(Fault::place)
        .containsExactly("movements[0].at");
  }

  @Test
  void anUnbalancedEntryIsRefused() {
    assertThat(faults(sale("a", 2, "3", "310")))
        .extracting(Fault::place)
        .containsExactly("movements[0].gross");
  }

  @Test
  void aReversalNeedsItsEntry() {
    assertThat(
            faults(
                new LedgerEntry.Reversal(0, "r", at(2), "nothing", "wrong"),
                new LedgerEntry.Reversal(0, "q", at(2), "m-1", "wrong")))
        .extracting(Fault::place)
        .containsExactly("movements[0].reversedSourceId");
  }

  @Test
  void anIdMayNotComeTwice() {
    assertThat(faults(sale("a", 2, "1", "100"), sale("a", 3, "1", "100")))
        .extracting(Fault::place)
        .containsExactly("movements[1].sourceId");
  }
}
