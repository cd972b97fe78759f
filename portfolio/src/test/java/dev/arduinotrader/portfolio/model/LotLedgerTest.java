package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static dev.arduinotrader.portfolio.MovementsOf.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.Disposal;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.Lot;
import dev.arduinotrader.portfolio.LotChoice;
import dev.arduinotrader.portfolio.LotMethod;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LotLedgerTest {
  private static final List<BrokerMovement> HISTORY =
      List.of(
          buy(1, APPLE, "10", "100", "USD", "1.00"),
          buy(2, APPLE, "10", "130", "USD", "1.00"),
          buy(3, APPLE, "10", "110", "USD", "1.00"),
          sell(4, APPLE, "15", "120", "USD", "3.00"));

  private static List<String> disposed(LotMethod method, LotChoice... choices) {
    return LotLedger.of(HISTORY, method, List.of(choices)).disposals().stream()
        .map(d -> d.lotId() + " " + d.quantity() + " cost " + d.cost() + " for " + d.proceeds())
        .toList();
  }

  @Test
  void firstInFirstOutTakesTheOldest() {
    assertThat(disposed(LotMethod.FIRST_IN_FIRST_OUT))
        .containsExactly(
            "m-1 10 cost 1001.00 USD for 1200.00 USD", "m-2 5 cost 650.50 USD for 600.00 USD");
  }

  @Test
  void highestCostTakesTheDearest() {
    assertThat(disposed(LotMethod.HIGHEST_COST))
        .containsExactly(
            "m-2 10 cost 1301.00 USD for 1200.00 USD", "m-3 5 cost 550.50 USD for 600.00 USD");
  }

  @Test
  void theAverageIsWhatTheBooksSay() {
    // 30 units for 3,403.00
    assertThat(disposed(LotMethod.AVERAGE))
        .containsExactly("m-1 15 cost 1701.50 USD for 1800.00 USD");
    assertThat(LotLedger.of(HISTORY, LotMethod.AVERAGE, List.of()).lots())
        .extracting(Lot::cost)
        .containsExactly(Books.of(HISTORY).holding(new HoldingKey(APPLE, Currency.USD)).book());
  }

  @Test
  void theOwnerMayNameTheLots() {
    assertThat(
            disposed(
                LotMethod.SPECIFIC, new LotChoice("m-4", "m-3"), new LotChoice("other", "m-2")))
        .containsExactly(
            "m-3 10 cost 1101.00 USD for 1200.00 USD", "m-1 5 cost 500.50 USD for 600.00 USD");
  }

  @Test
  void aSaleOfUnitsThatNothingExplainsHasNoCost() {
    LotLedger ledger =
        LotLedger.of(
            List.of(sell(1, APPLE, "2", "120", "USD", "0"), buy(2, APPLE, "5", "100", "USD", "0")),
            LotMethod.FIRST_IN_FIRST_OUT,
            List.of());
    assertThat(ledger.disposals()).extracting(Disposal::lotId).containsExactly("");
    assertThat(ledger.disposals().getFirst().cost()).isNull();
    assertThat(ledger.lots()).extracting(Lot::quantity).containsExactly(Quantity.of(3));
  }

  @Test
  void aSplitScalesEveryLot() {
    BrokerMovement split =
        new LedgerEntry.CorporateAction(
            0,
            "s",
            at(3),
            LedgerEntry.ActionKind.SPLIT,
            APPLE,
            Currency.USD,
            List.of(new LedgerEntry.Leg(APPLE, Quantity.of(60), BigDecimal.ZERO)),
            money("0", "USD"),
            "3 for 1");
    LotLedger ledger =
        LotLedger.of(
            List.of(HISTORY.get(0), HISTORY.get(1), HISTORY.get(2), split),
            LotMethod.FIRST_IN_FIRST_OUT,
            List.of());
    assertThat(ledger.lots()).extracting(Lot::quantity).containsOnly(Quantity.of(30));
  }
}
