package dev.arduinotrader.trading.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.LedgerEntry.ActionKind;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.CorporateAction.Announcement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PendingActionsTest {
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final LocalDate EX_DATE = LocalDate.of(2026, 3, 4);
  private static final Announcement SAID =
      new Announcement("test", Instant.parse("2026-02-01T00:00:00Z"));
  private static final CorporateAction SPLIT =
      new CorporateAction.Split(APPLE, EX_DATE, 2, 1, SAID);
  private static final Instant BOUGHT = Instant.parse("2026-01-05T15:00:00Z");

  @Test
  void aSplitStopsOrdersFromTheDayBeforeUntilTheBrokerHasBroughtItsUnits() {
    assertThat(pending(true, "2026-03-02T23:59:59Z", List.of())).isEmpty();
    assertThat(pending(true, "2026-03-03T00:00:00Z", List.of())).containsExactly(SPLIT);
    assertThat(pending(true, "2026-03-20T00:00:00Z", List.of())).containsExactly(SPLIT);
    assertThat(pending(true, "2026-03-05T00:00:00Z", List.of(brought(ActionKind.SPLIT)))).isEmpty();
    assertThat(pending(true, "2026-03-05T00:00:00Z", List.of(brought(ActionKind.SPIN_OFF))))
        .containsExactly(SPLIT);
  }

  @Test
  void onTheDayItselfNothingLeavesAlsoWhenTheUnitsCameEarlyOrNothingIsHeld() {
    assertThat(pending(true, "2026-03-04T10:00:00Z", List.of(brought(ActionKind.SPLIT))))
        .containsExactly(SPLIT);
    assertThat(pending(false, "2026-03-04T10:00:00Z", List.of())).containsExactly(SPLIT);
    assertThat(pending(false, "2026-03-05T00:00:00Z", List.of())).isEmpty();
  }

  @Test
  void whatWasBoughtAfterwardsIsOwedNothingAndUnknownPurchasesAre() {
    Instant now = Instant.parse("2026-03-06T00:00:00Z");
    assertThat(of(Instant.parse("2026-03-04T00:00:00Z"), now)).isEmpty();
    assertThat(of(null, now)).containsExactly(SPLIT);
  }

  @Test
  void aDividendInCashStopsNothing() {
    CorporateAction dividend =
        new CorporateAction.CashDividend(
            APPLE, EX_DATE, null, null, BigDecimal.ONE, Currency.USD, SAID);
    Instant day = Instant.parse("2026-03-04T10:00:00Z");
    assertThat(PendingActions.of(List.of(dividend), true, BOUGHT, List.of(), day)).isEmpty();
  }

  private static List<CorporateAction> pending(
      boolean held, String now, List<BrokerMovement> movements) {
    return PendingActions.of(List.of(SPLIT), held, BOUGHT, movements, Instant.parse(now));
  }

  private static List<CorporateAction> of(@Nullable Instant bought, Instant now) {
    return PendingActions.of(List.of(SPLIT), true, bought, List.of(), now);
  }

  private static BrokerMovement brought(ActionKind kind) {
    return new LedgerEntry.CorporateAction(
        1,
        "split-1",
        Instant.parse("2026-03-04T06:00:00Z"),
        kind,
        APPLE,
        Currency.USD,
        List.of(new LedgerEntry.Leg(APPLE, Quantity.of(10), BigDecimal.ZERO)),
        Money.zero(Currency.USD),
        "");
  }
}
