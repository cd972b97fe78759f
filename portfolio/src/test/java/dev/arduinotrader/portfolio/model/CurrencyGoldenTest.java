package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.BrokerStatement;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One account in euros, dollars, pounds quoted in pence and Hong Kong dollars, worked by hand. */
class CurrencyGoldenTest {
  private static final Instant NOW = Instant.parse("2023-05-26T22:00:00Z");
  private static final Isin TENCENT = Isin.of("KYG875721634");
  private static final Isin SIEMENS = Isin.of("DE0007236101");
  private static final Currency HKD = Currency.of("HKD");

  private static final List<FxRate> RATES =
      List.of(rate("USD", "1.0751"), rate("GBP", "0.8688"), rate("HKD", "8.4216"));

  private static final List<SnapshotSecurity> SECURITIES =
      List.of(
          security(APPLE, "AAPL", "USD", "175.43"),
          security(BP, "BP.L", "GBX", "483.55"),
          security(TENCENT, "700", "HKD", "321.80"),
          security(SIEMENS, "SIE", "EUR", "155.10"));

  private static final List<BrokerMovement> HISTORY =
      List.of(
          deposit(1, "20000", "EUR"),
          deposit(2, "3000", "USD"),
          deposit(3, "900", "GBP"),
          deposit(4, "70000", "HKD"),
          buy(5, APPLE, "7", "170", "USD", "5.00"),
          buy(6, BP, "137", "480", "GBX", "2.00"),
          buy(7, TENCENT, "100", "330", "HKD", "50.00"),
          buy(8, SIEMENS, "20", "150", "EUR", "4.90"));

  private static FxRate rate(String quote, String rate) {
    return new FxRate(Currency.EUR, Currency.of(quote), new BigDecimal(rate), NOW, "ECB");
  }

  private static SnapshotSecurity security(Isin isin, String symbol, String unit, String price) {
    QuoteUnit quoteUnit = QuoteUnit.of(unit);
    return new SnapshotSecurity(
        isin,
        symbol,
        symbol,
        null,
        null,
        "XLON",
        quoteUnit,
        Lot.ONE,
        true,
        Price.of(price, quoteUnit),
        NOW);
  }

  private static Valuation value(
      List<BrokerMovement> movements, List<SnapshotSecurity> securities, List<FxRate> rates) {
    return Appraiser.appraise(
        Books.of(movements),
        OpenExposure.NONE,
        new Market(Currency.EUR, securities, rates, Map.of()));
  }

  /**
   * Cash: 20,000.00 - 3,004.90 = 16,995.10 euros; 3,000.00 - 1,195.00 = 1,805.00 dollars, 1,678.91
   * euros; 900.00 - 659.60 = 240.40 pounds, 276.70 euros; 70,000.00 - 33,050.00 = 36,950.00 Hong
   * Kong dollars, 4,387.53 euros. Holdings: 7 x 175.43 = 1,228.01 dollars, 1,142.23 euros; 137 x
   * 483.55 pence = 662.46 pounds, 762.50 euros; 100 x 321.80 = 32,180.00 Hong Kong dollars,
   * 3,821.13 euros; 20 x 155.10 = 3,102.00 euros.
   */
  @Test
  void valuesFourCurrenciesAsWorkedOutByHand() {
    Valuation value = value(HISTORY, SECURITIES, RATES);
    assertThat(value.cash())
        .extracting(CashBalance::totalInBase)
        .containsExactly(
            money("16995.10", "EUR"),
            money("276.70", "EUR"),
            money("4387.53", "EUR"),
            money("1678.91", "EUR"));
    assertThat(value.positions())
        .extracting(Position::valueInBase)
        .containsExactlyInAnyOrder(
            money("1142.23", "EUR"),
            money("762.50", "EUR"),
            money("3821.13", "EUR"),
            money("3102.00", "EUR"));
    assertThat(value.total()).contains(money("32166.10", "EUR"));
  }

  @Test
  void givesTheSameTotalInWhateverOrderThingsAreConverted() {
    Random random = new Random(20_230_526);
    for (int round = 0; round < 50; round++) {
      List<SnapshotSecurity> securities = new ArrayList<>(SECURITIES);
      List<FxRate> rates = new ArrayList<>(RATES);
      Collections.shuffle(securities, random);
      Collections.shuffle(rates, random);
      assertThat(value(HISTORY, securities, rates).total()).contains(money("32166.10", "EUR"));
    }
  }

  @Test
  void cannotConvertTwiceOrNotAtAll() {
    FxRate hongKong = rate("HKD", "8.4216");
    Money converted = hongKong.convert(money("100", "HKD"), RoundingMode.HALF_EVEN);
    assertThat(converted).isEqualTo(money("11.87", "EUR"));
    Money there = hongKong.convert(converted, RoundingMode.HALF_EVEN);
    assertThat(there.currency()).as("a second time is the way back").isEqualTo(HKD);
    assertThatThrownBy(() -> rate("USD", "1.0751").convert(there, RoundingMode.HALF_EVEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> converted.plus(money("100", "HKD")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** With a price and a rate for everything the total is always known, and always the sum. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theTotalIsHoldingsAndCashOnceAfterEveryKindOfEvent(long seed) {
    List<BrokerMovement> history = new RandomHistory(seed).next(150);
    for (int count = 1; count <= history.size(); count++) {
      List<BrokerMovement> until = history.subList(0, count);
      Books books = Books.of(until);
      Market market = everythingPriced(books);
      Valuation value = Appraiser.appraise(books, OpenExposure.NONE, market);
      Money sum = money("0", "EUR");
      for (CashBalance balance : value.cash()) {
        sum = sum.plus(Objects.requireNonNull(balance.totalInBase()));
      }
      for (Position position : value.positions()) {
        if (position.valueInBase() != null) {
          sum = sum.plus(position.valueInBase());
        }
      }
      assertThat(value.knownTotal()).as("seed %d, event %d", seed, count).isEqualTo(sum);
      assertThat(value.cash())
          .as("seed %d, event %d: each currency once", seed, count)
          .extracting(CashBalance::currency)
          .doesNotHaveDuplicates();
      assertThat(value.positions())
          .as("seed %d, event %d: each security once", seed, count)
          .extracting(Position::isin)
          .doesNotHaveDuplicates();
    }
  }

  private static Market everythingPriced(Books books) {
    List<SnapshotSecurity> securities =
        books.quantities().keySet().stream()
            .map(isin -> security(isin, isin.value(), unit(books, isin), "12.34"))
            .toList();
    List<FxRate> rates =
        List.of(rate("USD", "1.1"), rate("GBP", "0.9"), rate("JPY", "150"), rate("CHF", "0.95"));
    return new Market(Currency.EUR, securities, rates, Map.of());
  }

  private static String unit(Books books, Isin isin) {
    return books.open(isin).keySet().stream()
        .findFirst()
        .map(key -> key.currency().code())
        .orElse("EUR");
  }

  /** An absurd market value of a broker cannot come in: there is no place for one. */
  @Test
  void aStatementHasNoPlaceForTheBrokersOwnValues() {
    assertThat(Arrays.stream(BrokerStatement.Holding.class.getRecordComponents()))
        .extracting(RecordComponent::getName)
        .containsExactly("isin", "quantity");
    assertThat(Arrays.stream(BrokerStatement.class.getRecordComponents()))
        .extracting(RecordComponent::getName)
        .containsExactly("at", "executionSequence", "cash", "holdings", "missing");
  }
}
