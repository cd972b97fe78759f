package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static dev.arduinotrader.portfolio.MovementsOf.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Results by cause, and the worth of past days; the same however the service is reached. */
abstract class ResultsContract extends PortfolioFixture {
  @Override
  String broker() {
    return BooksFile.BROKER;
  }

  private static final LocalDate YESTERDAY =
      DECISION.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);

  private void tradeApple() {
    universe.rate(Currency.EUR, Currency.USD, "1.25", at(2).minusSeconds(1));
    book(
        deposit(1, "5000", "USD"),
        buy(2, APPLE, "10", "100", "USD", "5.00"),
        sell(3, APPLE, "4", "150", "USD", "2.00"));
  }

  @Test
  void aResultIsSplitIntoPriceIncomeCurrencyAndCosts() {
    tradeApple();
    service
        .recordMovements(
            NOW,
            new RecordMovements(
                CommandId.of("d"),
                List.of(
                    new LedgerEntry.Dividend(
                        0, "d", at(4), APPLE, money("10", "USD"), money("1.50", "USD"), "")),
                false))
        .orElseThrow();
    SecurityResult apple =
        service
            .listResults(NOW, ResultQuery.all(LotMethod.FIRST_IN_FIRST_OUT))
            .orElseThrow()
            .results()
            .getFirst();
    assertThat(apple.unknown()).isEmpty();
    // 1 USD was 0.8 EUR on all those days: (600 - 400) x 0.8; 8.50 x 0.8; (2.00 + 2.00) x 0.8
    assertThat(apple.realised())
        .isEqualTo(
            new ResultParts(
                money("160", "EUR"),
                money("6.80", "EUR"),
                money("0", "EUR"),
                money("-3.20", "EUR")));
    // 6 x 175.43 = 1,052.58; (1,052.58 - 600) x 0.8; 1,052.58 x (1 / 1.0751 - 0.8); 3.00 x 0.8
    assertThat(apple.unrealised())
        .isEqualTo(
            new ResultParts(
                money("362.06", "EUR"),
                money("0", "EUR"),
                money("136.99", "EUR"),
                money("-2.40", "EUR")));
  }

  @Test
  void whatIsNotKnownIsAbsentWithItsReason() {
    book(deposit(1, "5000", "USD"), sell(2, BP, "10", "480", "GBX", "0"));
    SecurityResult result =
        service
            .listResults(NOW, ResultQuery.all(LotMethod.AVERAGE))
            .orElseThrow()
            .results()
            .getFirst();
    assertThat(result.realised()).isNull();
    assertThat(result.unknown()).containsExactly("what m-2 sold had cost is not known");
  }

  @Test
  void aPastDayIsValuedFromItsOwnEntriesPricesAndRates() {
    tradeApple();
    universe.quote(APPLE, "160", at(20));
    DailyValuations days =
        service
            .listValuations(
                NOW, new ValuationQuery(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 3), false))
            .orElseThrow();
    assertThat(days.days())
        .extracting(DailyValuation::day)
        .containsExactly(LocalDate.of(2023, 1, 2), LocalDate.of(2023, 1, 3));
    DailyValuation first = days.days().getFirst();
    // 5,000 - 1,005 + 598 = 4,593 USD; 6 x 160 = 960 USD; at 1.25
    assertThat(first.cash()).isEqualTo(money("3674.40", "EUR"));
    assertThat(first.holdings()).isEqualTo(money("768", "EUR"));
    assertThat(first.total()).isEqualTo(money("4442.40", "EUR"));
    assertThat(days.days().get(1).paidIn()).isEqualTo(money("0", "EUR"));
  }

  @Test
  void aLateEntryMakesItsDayAndLaterOnesBeValuedAgain() {
    tradeApple();
    ValuationQuery query =
        new ValuationQuery(LocalDate.of(2023, 1, 2), LocalDate.of(2023, 1, 4), false);
    DailyValuations before = service.listValuations(NOW, query).orElseThrow();
    assertThat(service.listValuations(NOW, query).orElseThrow()).isEqualTo(before);
    book(
        new BrokerMovement.CashFlow(
            4,
            "late",
            Instant.parse("2023-01-03T10:00:00Z"),
            CashFlowKind.DEPOSIT,
            money("125", "USD"),
            ""));
    DailyValuations after = service.listValuations(NOW, query).orElseThrow();
    assertThat(after.days().get(0)).isEqualTo(before.days().get(0));
    assertThat(after.days().get(1).paidIn()).isEqualTo(money("100", "EUR"));
    assertThat(after.days().get(2).cash())
        .isEqualTo(Objects.requireNonNull(before.days().get(2).cash()).plus(money("100", "EUR")));
  }

  @Test
  void aDayThatIsNotOverIsRefused() {
    assertThat(
            service
                .listValuations(NOW, new ValuationQuery(YESTERDAY, YESTERDAY.plusDays(1), false))
                .problemOrThrow()
                .faults())
        .extracting(Fault::place)
        .containsExactly("to");
  }

  @Test
  void aPriceNamesItsSourceAndItsTime() {
    tradeApple();
    Position position = service.getPosition(NOW, APPLE).orElseThrow();
    assertThat(position.priceSource()).isNotBlank();
    assertThat(position.pricedAt()).isBefore(DECISION);
  }
}
