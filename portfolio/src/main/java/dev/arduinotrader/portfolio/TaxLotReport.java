package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Currency;
import java.util.List;

/**
 * What was sold and earned in a calendar year (UTC), lot by lot.
 *
 * @param sales in the order of time
 * @param securities in the order of ISIN
 * @param unknown one sentence for everything that is not known
 */
public record TaxLotReport(
    int year,
    Currency base,
    LotMethod method,
    List<TaxSale> sales,
    List<TaxSecurity> securities,
    TaxTotals totals,
    List<String> unknown) {
  public TaxLotReport {
    sales = List.copyOf(sales);
    securities = List.copyOf(securities);
    unknown = List.copyOf(unknown);
  }
}
