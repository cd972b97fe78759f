package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static dev.arduinotrader.portfolio.MovementsOf.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppraiserTest {
  private static final Instant NOW = Instant.parse("2023-05-26T22:00:00Z");

  private final SnapshotSecurity apple = security(APPLE, "AAPL", "USD", "175.43");
  private final SnapshotSecurity bp = security(BP, "BP.L", "GBX", "483.55");
  private final FxRate dollars = rate("USD", "1.0751");
  private final FxRate pounds = rate("GBP", "0.8688");

  private static SnapshotSecurity security(Isin isin, String symbol, String unit, String price) {
    QuoteUnit quoteUnit = QuoteUnit.of(unit);
    return new SnapshotSecurity(
        isin,
        symbol,
        symbol + " plc",
        null,
        null,
        "XLON",
        quoteUnit,
        Lot.ONE,
        true,
        Price.of(price, quoteUnit),
        NOW);
  }

  private static FxRate rate(String quote, String rate) {
    return new FxRate(Currency.EUR, Currency.of(quote), new BigDecimal(rate), NOW, "ECB");
  }

  private static Market market(List<SnapshotSecurity> securities, List<FxRate> rates) {
    return new Market(
        Currency.EUR,
        securities,
        rates,
        Map.of("EUR/USD", "the source was silent", "GB0007980591", "it is suspended"));
  }

  private static OpenExposure reserving(Money... reservations) {
    return new OpenExposure(
        0,
        List.of(reservations).stream()
            .map(
                reserved ->
                    new OpenOrder(
                        ClientOrderId.of("o"),
                        APPLE,
                        Side.BUY,
                        "BUY",
                        "ACCEPTED",
                        Quantity.of(1),
                        reserved,
                        null,
                        NOW))
            .toList());
  }

  @Test
  void theTotalIsTheExactSumOfItsRoundedParts() {
    Books books =
        Books.of(
            List.of(
                deposit(1, "20000", "EUR"),
                deposit(2, "3000", "USD"),
                buy(3, APPLE, "7", "170", "USD", "5.00"),
                buy(4, BP, "37", "480", "GBX", "2.00")));
    Valuation value =
        Appraiser.appraise(
            books, OpenExposure.NONE, market(List.of(apple, bp), List.of(dollars, pounds)));
    Money sum = money("0", "EUR");
    for (CashBalance balance : value.cash()) {
      sum = sum.plus(known(balance.totalInBase()));
    }
    for (Position position : value.positions()) {
      sum = sum.plus(known(position.valueInBase()));
    }
    assertThat(value.total()).contains(sum);
    assertThat(value.knownTotal()).isEqualTo(sum);
    assertThat(value.unknown()).isEmpty();
    // 37 x 483.55 p = 178.9135 pounds, 178.91 / 0.8688 = 205.93
    Position british = value.positions().getFirst();
    assertThat(british.value()).isEqualTo(money("178.91", "GBP"));
    assertThat(british.valueInBase())
        .isEqualTo(
            Money.rounded(
                new BigDecimal("178.91").divide(new BigDecimal("0.8688"), 10, RoundingMode.DOWN),
                Currency.EUR,
                RoundingMode.HALF_EVEN));
    assertThat(british.cost()).isEqualTo(money("179.60", "GBP"));
    assertThat(british.note()).isEmpty();
  }

  private static Money known(@Nullable Money money) {
    assertThat(money).isNotNull();
    return Objects.requireNonNull(money);
  }

  @Test
  void whatOrdersReservedIsNotAvailable() {
    Books books = Books.of(List.of(deposit(1, "100", "EUR")));
    List<CashBalance> cash =
        Appraiser.cash(
            books,
            reserving(money("30", "EUR"), money("80", "EUR"), money("5", "USD")),
            market(List.of(), List.of()));
    assertThat(cash).hasSize(2);
    assertThat(cash.getFirst())
        .isEqualTo(
            new CashBalance(
                Currency.EUR,
                money("100", "EUR"),
                money("0", "EUR"),
                money("110", "EUR"),
                money("-10", "EUR"),
                money("100", "EUR"),
                money("100", "EUR")));
    assertThat(cash.getLast().available()).isEqualTo(money("-5", "USD"));
    assertThat(cash.getLast().totalInBase()).isEqualTo(money("0", "EUR"));
  }

  @Test
  void aMissingRateIsUnknownAndNotZero() {
    Books books = Books.of(List.of(deposit(1, "100", "EUR"), deposit(2, "50", "USD")));
    Valuation value = Appraiser.appraise(books, OpenExposure.NONE, market(List.of(), List.of()));
    assertThat(value.cashInBase()).isEmpty();
    assertThat(value.total()).isEmpty();
    assertThat(value.knownTotal()).isEqualTo(money("100", "EUR"));
    assertThat(value.unknown())
        .containsExactly("50.00 USD: no rate of EUR/USD, the source was silent");
  }

  @Test
  void aMissingPriceIsUnknownAndSaysWhy() {
    Books books = Books.of(List.of(buy(1, BP, "10", "480", "GBX", "0")));
    SnapshotSecurity unpriced =
        new SnapshotSecurity(
            BP, "BP.L", "BP", null, null, "XLON", bp.quoteUnit(), Lot.ONE, true, null, null);
    Valuation value =
        Appraiser.appraise(books, OpenExposure.NONE, market(List.of(unpriced), List.of(pounds)));
    assertThat(value.holdingsInBase()).isEmpty();
    assertThat(value.positions().getFirst().value()).isNull();
    assertThat(value.positions().getFirst().cost()).isEqualTo(money("48", "GBP"));
    assertThat(value.unknown()).containsExactly("10 of BP.L: no price, it is suspended");
  }

  @Test
  void aSecurityThatTheUniverseLostIsStillHeld() {
    Books books = Books.of(List.of(buy(1, BP, "10", "480", "GBX", "0")));
    Valuation value =
        Appraiser.appraise(books, OpenExposure.NONE, market(List.of(), List.of(pounds)));
    assertThat(value.unknown())
        .containsExactly("10 of GB0007980591: the universe does not know the security");
  }

  @Test
  void aHoldingBelowZeroIsMarkedAndItsCostIsNotKnown() {
    Books books = Books.of(List.of(sell(1, APPLE, "3", "170", "USD", "0")));
    Position position =
        Appraiser.appraise(books, OpenExposure.NONE, market(List.of(apple), List.of(dollars)))
            .positions()
            .getFirst();
    assertThat(position.quantity()).isEqualTo(Quantity.of(-3));
    assertThat(position.cost()).isNull();
    assertThat(position.note()).startsWith("more was sold than is known to have been bought");
    assertThat(position.valueInBase()).isNotNull();
  }

  @Test
  void aSecurityTradedInTwoCurrenciesHasNoKnownCost() {
    Books books =
        Books.of(List.of(buy(1, BP, "10", "480", "GBX", "0"), buy(2, BP, "5", "6", "USD", "0")));
    Position position =
        Appraiser.appraise(books, OpenExposure.NONE, market(List.of(bp), List.of(dollars, pounds)))
            .positions()
            .getFirst();
    assertThat(position.quantity()).isEqualTo(Quantity.of(15));
    assertThat(position.cost()).isNull();
    assertThat(position.note()).isNotEmpty();
    assertThat(position.value()).isEqualTo(money("72.53", "GBP"));
  }
}
