package dev.arduinotrader.portfolio.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.Disposal;
import dev.arduinotrader.portfolio.LotMethod;
import dev.arduinotrader.portfolio.ResultParts;
import dev.arduinotrader.portfolio.ResultQuery;
import dev.arduinotrader.portfolio.SecurityResult;
import dev.arduinotrader.portfolio.TaxLotReport;
import dev.arduinotrader.portfolio.TaxSale;
import dev.arduinotrader.portfolio.TaxSecurity;
import dev.arduinotrader.portfolio.exchange.csv.TransactionCsv;
import dev.arduinotrader.portfolio.model.ResultSplit.RateKey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TaxYearTest {
  private static final int HISTORIES = 200;

  /** Each figure of a sale is rounded once, so their sums may differ from one rounding. */
  private static final BigDecimal ROUNDING_OF_SALE = new BigDecimal("0.02");

  private static Map<RateKey, BigDecimal> rates(
      List<BrokerMovement> movements, int year, LotMethod method) {
    Map<RateKey, BigDecimal> rates = new HashMap<>();
    for (RateKey key : TaxYear.needed(movements, Currency.EUR, year, method)) {
      long days = key.at().getEpochSecond() / 86_400;
      rates.put(key, new BigDecimal("0.8").add(BigDecimal.valueOf(days % 97, 3)));
    }
    for (RateKey key : ResultSplit.needed(movements, Currency.EUR)) {
      long days = key.at().getEpochSecond() / 86_400;
      rates.put(key, new BigDecimal("0.8").add(BigDecimal.valueOf(days % 97, 3)));
    }
    return rates;
  }

  @Test
  void theLotsAreThoseOfTheLedgerAndTheGainsThoseOfTheResults() {
    int compared = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      List<BrokerMovement> movements = new RandomHistory(seed).next(60);
      for (LotMethod method : List.of(LotMethod.FIRST_IN_FIRST_OUT, LotMethod.AVERAGE)) {
        Map<RateKey, BigDecimal> rates = rates(movements, 2023, method);
        TaxLotReport report = TaxYear.report(movements, Currency.EUR, 2023, method, rates);
        List<Disposal> disposals = LotLedger.of(movements, method, List.of()).disposals();
        assertThat(report.sales()).as("seed %d", seed).hasSameSizeAs(disposals);
        for (int i = 0; i < disposals.size(); i++) {
          TaxSale sale = report.sales().get(i);
          assertThat(sale.lotId()).isEqualTo(disposals.get(i).lotId());
          assertThat(sale.quantity()).isEqualTo(disposals.get(i).quantity());
          assertThat(sale.cost()).isEqualTo(disposals.get(i).cost());
          assertThat(sale.proceeds()).isEqualTo(disposals.get(i).proceeds());
        }
        compared += requireSameGains(seed, report, results(movements, method, rates));
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  private static Map<Isin, ResultParts> results(
      List<BrokerMovement> movements, LotMethod method, Map<RateKey, BigDecimal> rates) {
    Market market = new Market(Currency.EUR, List.of(), List.of(), Map.of(), Map.of());
    Map<Isin, ResultParts> realised = new TreeMap<>();
    for (SecurityResult result :
        ResultSplit.of(movements, market, rates, ResultQuery.all(method))) {
      if (result.realised() != null) {
        realised.put(result.isin(), result.realised());
      }
    }
    return realised;
  }

  private static int requireSameGains(
      long seed, TaxLotReport report, Map<Isin, ResultParts> realised) {
    int compared = 0;
    for (TaxSecurity security : report.securities()) {
      ResultParts parts = realised.get(security.isin());
      Money gain = security.gain();
      if (parts != null && gain != null) {
        Money expected = parts.price().plus(parts.currency()).plus(parts.costs());
        BigDecimal tolerance =
            ROUNDING_OF_SALE.multiply(BigDecimal.valueOf(report.sales().size() + 1L));
        assertThat(gain.minus(expected).abs().amount())
            .as("seed %d: %s", seed, security.isin())
            .isLessThanOrEqualTo(tolerance);
        compared++;
      }
    }
    return compared;
  }

  private static final String YEAR =
      """
      date,kind,isin,quantity,price,currency,amount,fee,note,sold_currency
      2023-06-01,BUY,DE0007164600,40,100,EUR,,10,,
      2023-12-09,BUY,US0378331005,20,150,USD,,5.50,,
      2024-01-10,DIVIDEND,DE0007164600,,,EUR,40,10,,
      2024-01-10,DIVIDEND,US0378331005,,,USD,22,3.30,,
      2024-01-12,SELL,DE0007164600,10,98,EUR,,10,,
      2024-01-12,SELL,US0378331005,10,160,USD,,1,,
      2024-02-01,INTEREST,,,,EUR,5,,,
      2024-02-02,INTEREST,,,,EUR,-2,,,
      2024-02-03,FEE,,,,EUR,4.90,,,
      2024-02-04,TAX,,,,EUR,3,,,
      2025-01-02,SELL,DE0007164600,1,98,EUR,,10,,
      """;

  /** Rates by hand: 1.10 dollars for a euro in 2023 and on 10 January, 1.12 on 12 January. */
  private static TaxLotReport example(boolean withRates) {
    List<BrokerMovement> movements = TransactionCsv.read(YEAR).orElseThrow();
    Map<RateKey, BigDecimal> rates = new HashMap<>();
    for (RateKey key :
        TaxYear.needed(movements, Currency.EUR, 2024, LotMethod.FIRST_IN_FIRST_OUT)) {
      String rate = key.at().toString().startsWith("2024-01-12") ? "1.12" : "1.10";
      rates.put(key, BigDecimal.ONE.divide(new BigDecimal(rate), MathContext.DECIMAL64));
    }
    return TaxYear.report(
        movements, Currency.EUR, 2024, LotMethod.FIRST_IN_FIRST_OUT, withRates ? rates : Map.of());
  }

  @Test
  void everyFigureOfAnExampleIsAsWorkedByHand() {
    TaxLotReport report = example(true);
    assertThat(report.unknown()).isEmpty();
    TaxSale euro = report.sales().getFirst();
    // (40 x 100 + 10) x 10 / 40 = 1,002.50; 980 - 10 - 1,002.50 = -32.50; 1 June to 12 January.
    assertThat(euro.costInBase()).hasToString("1002.50 EUR");
    assertThat(euro.gainInBase()).hasToString("-32.50 EUR");
    assertThat(euro.daysHeld()).isEqualTo(225);
    TaxSale dollar = report.sales().getLast();
    // (20 x 150 + 5.50) x 10 / 20 = 1,502.75; / 1.10 = 1,366.136.
    assertThat(dollar.cost()).hasToString("1502.75 USD");
    assertThat(dollar.costInBase()).hasToString("1366.14 EUR");
    // 1,600 / 1.12 = 1,428.571; 1 / 1.12 = 0.893; 1,428.57 - 0.89 - 1,366.14 = 61.54.
    assertThat(dollar.proceedsInBase()).hasToString("1428.57 EUR");
    assertThat(dollar.commissionInBase()).hasToString("0.89 EUR");
    assertThat(dollar.gainInBase()).hasToString("61.54 EUR");
    assertThat(report.totals().gain()).hasToString("29.04 EUR");
    assertThat(report.totals().gains()).hasToString("61.54 EUR");
    assertThat(report.totals().losses()).hasToString("-32.50 EUR");
    // 40 + 22 / 1.10; 10 + 3.30 / 1.10.
    assertThat(report.totals().dividends()).hasToString("60.00 EUR");
    assertThat(report.totals().withheld()).hasToString("13.00 EUR");
    assertThat(report.totals().interestReceived()).hasToString("5.00 EUR");
    assertThat(report.totals().interestPaid()).hasToString("-2.00 EUR");
    assertThat(report.totals().costs()).hasToString("4.90 EUR");
    assertThat(report.totals().taxes()).hasToString("3.00 EUR");
    assertThat(report.securities())
        .extracting(TaxSecurity::isin, security -> String.valueOf(security.gain()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Isin.of("DE0007164600"), "-32.50 EUR"),
            org.assertj.core.groups.Tuple.tuple(Isin.of("US0378331005"), "61.54 EUR"));
  }

  @Test
  void whatIsNotKnownIsNeverZero() {
    TaxLotReport report = example(false);
    assertThat(report.sales().getLast().gainInBase()).isNull();
    assertThat(report.totals().gain()).isNull();
    assertThat(report.totals().dividends()).isNull();
    assertThat(report.totals().costs()).hasToString("4.90 EUR");
    assertThat(report.unknown()).anyMatch(each -> each.contains("no rate of EUR/USD"));
  }
}
