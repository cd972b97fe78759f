package dev.arduinotrader.portfolio.exchange.csv;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerStatement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a broker says that an account has: rows of {@code isin, quantity} for securities and
 * of {@code currency, amount} for cash, in one table with these four columns.
 */
public final class StatementCsv {
  private static final List<String> HOLDINGS = List.of("isin", "quantity");
  private static final List<String> CASH = List.of("currency", "amount");

  private StatementCsv() {}

  /**
   * The statement. A section whose columns are not there is missing, which is not the same as
   * empty.
   *
   * @param at when the broker said so
   * @return INVALID_ARGUMENT naming every fault with its line and column
   */
  public static Result<BrokerStatement> read(String text, Instant at) {
    return CsvRows.read(text).then(table -> statement(table, at));
  }

  private static Result<BrokerStatement> statement(CsvRows table, Instant at) {
    List<Fault> faults = new ArrayList<>();
    List<Money> cash = new ArrayList<>();
    List<BrokerStatement.Holding> holdings = new ArrayList<>();
    for (CsvRows.Row row : table.rows()) {
      RowReader cells = new RowReader(table, row, faults);
      if (cells.has("isin") == cells.has("currency")) {
        cells.fault("isin", "expected either an isin or a currency, found both or none");
      } else if (cells.has("isin")) {
        Isin isin = cells.required("isin", "an ISIN", Isin::of);
        Quantity quantity = cells.required("quantity", "a number of units", Quantity::of);
        if (isin != null && quantity != null) {
          holdings.add(new BrokerStatement.Holding(isin, quantity));
        }
      } else {
        Currency currency = cells.required("currency", "an ISO 4217 code", Currency::of);
        BigDecimal amount = cells.required("amount", "an amount", BigDecimal::new);
        if (currency != null && amount != null) {
          cash.add(Money.of(amount, currency));
        }
      }
    }
    return faults.isEmpty()
        ? Result.success(new BrokerStatement(at, 0, cash, holdings, missing(table)))
        : Result.failure(Problem.invalid(faults));
  }

  private static List<String> missing(CsvRows table) {
    List<String> missing = new ArrayList<>();
    if (!table.header().containsAll(CASH)) {
      missing.add("cash");
    }
    if (!table.header().containsAll(HOLDINGS)) {
      missing.add("holdings");
    }
    return missing;
  }
}
