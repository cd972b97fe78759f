package dev.arduinotrader.portfolio.exchange.portfolioperformance;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.SymbolFinder;
import dev.arduinotrader.portfolio.exchange.csv.CsvRows;
import dev.arduinotrader.portfolio.exchange.csv.RowReader;
import dev.arduinotrader.portfolio.exchange.text.BooksTag;
import dev.arduinotrader.portfolio.exchange.text.ContentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads transactions that Portfolio Performance wrote, of accounts, of securities, or both. Times
 * are taken for UTC, for the files do not say. See docs/formats.md for what each type becomes.
 */
public final class PerformanceCsv {
  private final List<Fault> faults = new ArrayList<>();
  private final List<BrokerMovement> movements = new ArrayList<>();
  private final ContentId ids = new ContentId("pp");
  private final Map<String, PerformanceRow> feesOf = new LinkedHashMap<>();
  private final Map<String, List<PerformanceRow>> transfers = new LinkedHashMap<>();

  private PerformanceCsv() {}

  /** Whether a text looks like such a file. */
  public static boolean isOne(String text) {
    return CsvRows.read(text.lines().findFirst().orElse(""))
            instanceof Result.Success<CsvRows>(CsvRows table)
        && PerformanceColumn.isHeader(table.header());
  }

  /**
   * The movements of a whole file, without numbers of an outbox.
   *
   * @param columns the file's names of columns by the English ones, for a file with other names
   * @param symbols for securities without an ISIN
   * @return INVALID_ARGUMENT naming every fault with its line and column
   */
  public static Result<List<BrokerMovement>> read(
      String text, Map<String, String> columns, SymbolFinder symbols) {
    boolean semicolons = text.lines().findFirst().orElse("").contains(";");
    return CsvRows.read(text)
        .then(table -> PerformanceColumn.renamed(table, columns))
        .then(table -> new PerformanceCsv().movements(table, semicolons, symbols));
  }

  private Result<List<BrokerMovement>> movements(
      CsvRows table, boolean semicolons, SymbolFinder symbols) {
    PerformanceNumbers numbers = PerformanceNumbers.of(table, semicolons);
    for (CsvRows.Row row : table.rows()) {
      PerformanceRow read =
          PerformanceRow.read(new RowReader(table, row, faults), numbers, symbols);
      if (read != null) {
        add(read);
      }
    }
    transfers.values().forEach(this::addExchange);
    feesOf.forEach(this::addFee);
    if (table.rows().isEmpty()) {
      faults.add(new Fault("line 2", "expected at least one transaction, found none"));
    }
    return faults.isEmpty()
        ? Result.success(List.copyOf(movements))
        : Result.failure(Problem.invalid(faults));
  }

  private void add(PerformanceRow row) {
    if (row.tag().has(BooksTag.FEE_OF)) {
      feesOf.put(row.tag().get(BooksTag.FEE_OF), row);
      return;
    }
    switch (row.type()) {
      case TRANSFER_IN, TRANSFER_OUT -> {
        String together = row.tag().has(BooksTag.ID) ? row.tag().get(BooksTag.ID) : "" + row.at();
        transfers.computeIfAbsent(together, key -> new ArrayList<>()).add(row);
      }
      case DELIVERY_INBOUND,
          DELIVERY_OUTBOUND,
          DEPOSIT,
          BUY,
          SELL,
          DIVIDENDS,
          INTEREST,
          INTEREST_CHARGE,
          FEES,
          FEES_REFUND,
          TAXES,
          TAX_REFUND,
          REMOVAL ->
          movements.addAll(PerformanceMovements.of(row, id(row)));
    }
  }

  private String id(PerformanceRow row) {
    return row.tag().has(BooksTag.ID) ? row.tag().get(BooksTag.ID) : ids.next(row.content());
  }

  /** What went out of an account in one currency and into another in another. */
  private void addExchange(List<PerformanceRow> halves) {
    PerformanceRow first = halves.getFirst();
    PerformanceRow second = halves.getLast();
    boolean isPair = halves.size() == 2 && first.type() != second.type();
    boolean isMoney = halves.stream().allMatch(half -> half.isin() == null);
    if (!isPair || !isMoney) {
      String next =
          isMoney
              ? "Maybe export the transactions of all accounts, or call it a deposit or removal."
              : "Maybe remove both rows: securities that change the account stay in the books.";
      halves.forEach(
          half ->
              half.cells()
                  .fault(
                      PerformanceColumn.TYPE.key(),
                      "expected one transfer out and one in of money at one time, found %d with %s\n%s"
                          .formatted(halves.size(), half.value(), next)));
      return;
    }
    boolean outFirst = first.type() == PerformanceType.TRANSFER_OUT;
    PerformanceRow out = outFirst ? first : second;
    PerformanceRow in = outFirst ? second : first;
    if (out.value().currency().equals(in.value().currency())) {
      out.cells()
          .fault(
              PerformanceColumn.TYPE.key(),
              "expected a transfer between two currencies, found %s\nMaybe remove both rows: they"
                      .formatted(out.value())
                  + " cancel out.");
      return;
    }
    movements.addAll(PerformanceMovements.exchange(out, in, id(out)));
  }

  /** A fee in another currency than its trade has a row of its own, which names the trade. */
  private void addFee(String id, PerformanceRow row) {
    Money fee = row.value().abs();
    boolean found = false;
    for (int i = 0; i < movements.size(); i++) {
      BrokerMovement movement = movements.get(i);
      if (movement.sourceId().equals(id)) {
        BrokerMovement whole = PerformanceMovements.withFee(movement, fee);
        found |= whole != null;
        movements.set(i, whole == null ? movement : whole);
      }
    }
    if (!found) {
      row.cells()
          .fault(
              PerformanceColumn.NOTE.key(),
              "expected the trade %s in the same file, found none".formatted(id));
    }
  }
}
