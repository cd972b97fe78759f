package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.portfolio.LedgerEntry.ActionKind;
import dev.arduinotrader.portfolio.LedgerEntry.Leg;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.CorporateAction.Announcement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Announced corporate actions until the broker has brought them. */
class EntitlementsTest extends PortfolioFixture {
  private static final LocalDate EX_DATE = LocalDate.of(2023, 5, 26);
  private static final Announcement ANNOUNCED =
      new Announcement("test", Instant.parse("2023-05-01T00:00:00Z"));

  @Override
  PortfolioService reach(PortfolioService local) {
    return Ways.guarded(local);
  }

  private Position apple(Duration later) {
    return service
        .getSnapshot(NOW.withDecisionTime(DECISION.plus(later)), OpenExposure.NONE)
        .orElseThrow()
        .positions()
        .getFirst();
  }

  private List<String> events(int count) {
    Collected<ServiceEvent> events = new Collected<>(count);
    service.watchEvents(NOW, 0, events);
    return events.parts().stream().map(ServiceEvent::kind).toList();
  }

  private static LedgerEntry.CorporateAction split(String change) {
    return split(change, "2023-05-26T12:00:00Z");
  }

  private static LedgerEntry.CorporateAction split(String change, String at) {
    return new LedgerEntry.CorporateAction(
        3,
        "split",
        Instant.parse(at),
        ActionKind.SPLIT,
        APPLE,
        Currency.USD,
        List.of(new Leg(APPLE, Quantity.of(change), BigDecimal.ZERO)),
        money("0", "USD"),
        "");
  }

  @Test
  void aSplitThatTheBrokerOwesIsValuedWithItsRatioAndBlocked() {
    book(deposit(1, "5000", "USD"), buy(2, APPLE, "10", "100", "USD", "0"));
    universe.action(new CorporateAction.Split(APPLE, EX_DATE, 4, 1, ANNOUNCED));
    Position pending = apple(Duration.ZERO);
    assertThat(pending.quantity()).isEqualTo(Quantity.of(10));
    assertThat(pending.value()).isEqualTo(money("7017.20", "USD"));
    assertThat(pending.note()).contains("4 for 1, 30 units more", "not here yet");

    book(split("30"));
    Position arrived = apple(Duration.ZERO);
    assertThat(arrived.quantity()).isEqualTo(Quantity.of(40));
    assertThat(arrived.value()).isEqualTo(money("7017.20", "USD"));
    assertThat(arrived.note()).isEmpty();
    assertThat(arrived.cost()).isEqualTo(money("1000", "USD"));
  }

  @Test
  void unitsOfASplitAreWorthTheirShareWhileThePriceIsOfTheDayBefore() {
    book(
        deposit(1, "5000", "USD"),
        buy(2, APPLE, "10", "100", "USD", "0"),
        split("30", "2023-05-27T00:30:00Z"));
    universe.action(new CorporateAction.Split(APPLE, EX_DATE.plusDays(1), 4, 1, ANNOUNCED));
    universe.quote(APPLE, "400", DECISION.plusSeconds(1));
    assertThat(apple(Duration.ofHours(3)).value()).isEqualTo(money("4000", "USD"));
  }

  @Test
  void aBrokerThatBringsSomethingElseIsToldOfOnce() {
    book(deposit(1, "5000", "USD"), buy(2, APPLE, "10", "100", "USD", "0"), split("20"));
    universe.action(new CorporateAction.Split(APPLE, EX_DATE, 4, 1, ANNOUNCED));
    apple(Duration.ZERO);
    apple(Duration.ofHours(1));
    reopen();
    apple(Duration.ofHours(2));
    book(deposit(4, "1", "USD"));
    assertThat(events(6))
        .containsExactly(
            "ACCOUNT_OPENED",
            "CASH_BOOKED",
            "EXECUTION_BOOKED",
            "ENTRY_BOOKED",
            "ENTITLEMENT_MISMATCH",
            "CASH_BOOKED");
  }

  @Test
  void fiveDaysOfSilenceAreToldOfAndADividendNeverBlocks() {
    book(deposit(1, "5000", "USD"), buy(2, APPLE, "10", "100", "USD", "0"));
    universe.action(
        new CorporateAction.CashDividend(
            APPLE,
            EX_DATE.minusDays(9),
            null,
            EX_DATE.minusDays(4),
            new BigDecimal("0.24"),
            Currency.USD,
            ANNOUNCED));
    assertThat(apple(Duration.ofHours(1)).note()).isEmpty();
    book(deposit(3, "1", "USD"));
    assertThat(apple(Duration.ofDays(1)).note()).isEmpty();
    book(deposit(4, "1", "USD"));
    assertThat(events(6))
        .containsExactly(
            "ACCOUNT_OPENED",
            "CASH_BOOKED",
            "EXECUTION_BOOKED",
            "CASH_BOOKED",
            "ENTITLEMENT_SILENT",
            "CASH_BOOKED");
  }

  @Test
  void moneyOfADividendWithoutItsSecurityIsTakenForTheOneThatItsAmountFits() {
    book(
        deposit(1, "5000", "USD"),
        buy(2, APPLE, "10", "100", "USD", "0"),
        dividendMoney(3, "1.00"),
        dividendMoney(4, "2.04"));
    universe.action(
        new CorporateAction.CashDividend(
            APPLE,
            EX_DATE.minusDays(9),
            null,
            EX_DATE.minusDays(8),
            new BigDecimal("0.24"),
            Currency.USD,
            ANNOUNCED));
    apple(Duration.ofDays(1));
    book(deposit(5, "1", "USD"));
    assertThat(events(6)).doesNotContain("ENTITLEMENT_SILENT", "ENTITLEMENT_MISMATCH");
  }

  private static BrokerMovement dividendMoney(long number, String amount) {
    return new BrokerMovement.CashFlow(
        number,
        "flow-" + number,
        EX_DATE.minusDays(8).atStartOfDay(ZoneOffset.UTC).toInstant(),
        CashFlowKind.DIVIDEND,
        money(amount, "USD"),
        "");
  }
}
