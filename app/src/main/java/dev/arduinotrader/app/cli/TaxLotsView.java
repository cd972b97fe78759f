package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.TaxLotReport;
import dev.arduinotrader.portfolio.TaxSale;
import dev.arduinotrader.portfolio.TaxSecurity;
import dev.arduinotrader.portfolio.TaxTotals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report of a tax year for people, and as CSV; what is not known says so in both. */
final class TaxLotsView {
  private static final List<String> HEADER =
      List.of(
          "isin",
          "bought",
          "sold",
          "days_held",
          "quantity",
          "currency",
          "cost",
          "proceeds",
          "commission",
          "commission_currency",
          "rate_bought",
          "rate_sold",
          "base",
          "cost_in_base",
          "proceeds_in_base",
          "commission_in_base",
          "gain_in_base",
          "method",
          "lot",
          "sale");

  private TaxLotsView() {}

  static String text(TaxLotReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d in %s, lots by %s, days in UTC%n%nSales%n"
            .formatted(report.year(), report.base(), report.method()));
    text.append(sales(report).render()).append("\nSecurities\n");
    text.append(securities(report).render()).append('\n');
    TaxTotals totals = report.totals();
    line(text, "Proceeds", totals.proceeds());
    line(text, "Commissions of sales", totals.commission());
    line(text, "Cost", totals.cost());
    line(text, "Gain", totals.gain());
    line(text, "  of it gains", totals.gains());
    line(text, "  of it losses", totals.losses());
    line(text, "Dividends before tax", totals.dividends());
    line(text, "Tax withheld", totals.withheld());
    line(text, "Interest received", totals.interestReceived());
    line(text, "Interest paid", totals.interestPaid());
    line(text, "Other costs", totals.costs());
    line(text, "Other taxes", totals.taxes());
    report.unknown().forEach(each -> text.append("Unknown: %s%n".formatted(each)));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, @Nullable Money money) {
    text.append("%-21s %s%n".formatted(name, Numbers.money(money)));
  }

  private static Table sales(TaxLotReport report) {
    Table table =
        new Table(
            "ISIN", "BOUGHT", "SOLD", "DAYS", "QUANTITY", "COST", "PROCEEDS", "COMMISSION", "GAIN");
    for (TaxSale sale : report.sales()) {
      table.row(
          sale.isin().value(),
          orUnknown(sale.boughtOn()),
          sale.soldOn().toString(),
          orUnknown(sale.daysHeld()),
          sale.quantity().toString(),
          Numbers.money(sale.costInBase()),
          Numbers.money(sale.proceedsInBase()),
          Numbers.money(sale.commissionInBase()),
          Numbers.money(sale.gainInBase()));
    }
    return table;
  }

  private static Table securities(TaxLotReport report) {
    Table table =
        new Table(
            "ISIN", "SOLD", "COST", "PROCEEDS", "COMMISSION", "GAIN", "DIVIDENDS", "WITHHELD");
    for (TaxSecurity security : report.securities()) {
      table.row(
          security.isin().value(),
          security.sold().toString(),
          Numbers.money(security.cost()),
          Numbers.money(security.proceeds()),
          Numbers.money(security.commission()),
          Numbers.money(security.gain()),
          Numbers.money(security.dividends()),
          Numbers.money(security.withheld()));
    }
    return table;
  }

  private static String orUnknown(@Nullable Object value) {
    return value == null ? Numbers.UNKNOWN : value.toString();
  }

  private static String amount(@Nullable Money money) {
    return money == null ? Numbers.UNKNOWN : money.amount().toPlainString();
  }

  private static String rate(@Nullable BigDecimal rate) {
    return rate == null ? Numbers.UNKNOWN : rate.toPlainString();
  }

  static String csv(TaxLotReport report) {
    StringBuilder text = new StringBuilder(Csv.line(HEADER));
    for (TaxSale sale : report.sales()) {
      text.append(
          Csv.line(
              List.of(
                  sale.isin().value(),
                  orUnknown(sale.boughtOn()),
                  sale.soldOn().toString(),
                  orUnknown(sale.daysHeld()),
                  sale.quantity().toString(),
                  sale.proceeds().currency().code(),
                  amount(sale.cost()),
                  amount(sale.proceeds()),
                  amount(sale.commission()),
                  sale.commission().currency().code(),
                  rate(sale.boughtRate()),
                  rate(sale.soldRate()),
                  report.base().code(),
                  amount(sale.costInBase()),
                  amount(sale.proceedsInBase()),
                  amount(sale.commissionInBase()),
                  amount(sale.gainInBase()),
                  report.method().name(),
                  sale.lotId(),
                  sale.saleId())));
    }
    return text.toString();
  }
}
