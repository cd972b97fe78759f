package dev.arduinotrader.portfolio.exchange.csv;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.exchange.text.CsvLine;
import dev.arduinotrader.portfolio.exchange.text.RowFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table that {@link TransactionCsv} reads, written. */
public final class CsvFormat implements RowFormat {
  @Override
  public Result<List<String>> rows(BrokerMovement movement) {
    Map<String, String> cells = new HashMap<>();
    cells.put("id", movement.sourceId());
    cells.put("date", movement.at().toString());
    String noHome = fill(cells, movement);
    return noHome == null
        ? Result.success(
            List.of(
                CsvLine.of(
                    TransactionCsv.COLUMNS.stream()
                        .map(name -> cells.getOrDefault(name, ""))
                        .toList())))
        : Result.failure(Problem.invalid("", noHome));
  }

  @Override
  public String text(List<String> rows) {
    StringBuilder text = new StringBuilder(CsvLine.of(TransactionCsv.COLUMNS)).append('\n');
    rows.forEach(row -> text.append(row).append('\n'));
    return text.toString();
  }

  @Override
  public Result<List<BrokerMovement>> read(String text) {
    return TransactionCsv.read(text);
  }

  /** Why there is no home for it, null when there is. */
  private static @Nullable String fill(Map<String, String> cells, BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution execution -> execution(cells, execution);
      case BrokerMovement.Exchange exchange -> exchange(cells, exchange);
      case BrokerMovement.CashFlow flow -> flow(cells, flow);
      case LedgerEntry.Dividend dividend -> dividend(cells, dividend);
      case LedgerEntry.OpeningPosition opening -> opening(cells, opening);
      case LedgerEntry.CorporateAction action -> action(cells, action);
      case LedgerEntry.Reversal ignored -> "there is no kind for a reversal";
      case LedgerEntry.CashAdjustment ignored -> "there is no kind for an adjustment of cash";
      case LedgerEntry.UnitsAdjustment ignored -> "there is no kind for an adjustment of units";
    };
  }

  private static void kind(Map<String, String> cells, TransactionKind kind) {
    cells.put("kind", kind.name());
  }

  private static void amount(Map<String, String> cells, Money amount) {
    cells.put("currency", amount.currency().code());
    cells.put("amount", amount.amount().toPlainString());
  }

  private static void fee(Map<String, String> cells, Money fee) {
    cells.put("fee", fee.amount().toPlainString());
    cells.put("fee_currency", fee.currency().code());
  }

  private static @Nullable String execution(
      Map<String, String> cells, BrokerMovement.Execution execution) {
    cells.put("kind", execution.side().name());
    cells.put("isin", execution.isin().value());
    cells.put("quantity", execution.quantity().toString());
    cells.put("price", execution.price().value().toPlainString());
    cells.put("currency", execution.price().unit().code());
    cells.put("amount", execution.gross().amount().toPlainString());
    cells.put("order_id", execution.clientOrderId().value());
    fee(cells, execution.commission());
    return null;
  }

  private static @Nullable String exchange(
      Map<String, String> cells, BrokerMovement.Exchange exchange) {
    kind(cells, TransactionKind.EXCHANGE);
    amount(cells, exchange.bought());
    cells.put("quantity", exchange.sold().amount().toPlainString());
    cells.put("sold_currency", exchange.sold().currency().code());
    cells.put("order_id", exchange.clientOrderId().value());
    fee(cells, exchange.commission());
    return null;
  }

  private static @Nullable String flow(Map<String, String> cells, BrokerMovement.CashFlow flow) {
    boolean came = flow.amount().isPositive();
    cells.put("note", flow.note());
    switch (flow.kind()) {
      case DEPOSIT -> kind(cells, TransactionKind.DEPOSIT);
      case WITHDRAWAL -> kind(cells, TransactionKind.WITHDRAWAL);
      case FEE -> kind(cells, came ? TransactionKind.FEE_REFUND : TransactionKind.FEE);
      case TAX -> kind(cells, came ? TransactionKind.TAX_REFUND : TransactionKind.TAX);
      case INTEREST -> {
        kind(cells, TransactionKind.INTEREST);
        amount(cells, flow.amount());
        return null;
      }
      case DIVIDEND -> {
        return "a dividend needs its security here";
      }
    }
    amount(cells, flow.amount().abs());
    return null;
  }

  private static @Nullable String dividend(
      Map<String, String> cells, LedgerEntry.Dividend dividend) {
    kind(cells, TransactionKind.DIVIDEND);
    cells.put("isin", dividend.isin().value());
    cells.put("note", dividend.note());
    amount(cells, dividend.gross());
    fee(cells, dividend.withheld());
    return dividend.gross().isPositive() ? null : "there is no kind for a dividend taken back";
  }

  private static @Nullable String opening(
      Map<String, String> cells, LedgerEntry.OpeningPosition opening) {
    kind(cells, TransactionKind.OPENING);
    cells.put("isin", opening.isin().value());
    cells.put("quantity", opening.quantity().toString());
    cells.put("currency", opening.currency().code());
    cells.put("note", opening.evidence());
    if (opening.cost() != null) {
      amount(cells, opening.cost());
    }
    if (opening.firstBoughtAt() != null) {
      cells.put("first_bought", opening.firstBoughtAt().toString());
    }
    return null;
  }

  private static @Nullable String action(
      Map<String, String> cells, LedgerEntry.CorporateAction action) {
    LedgerEntry.Leg leg = action.legs().getFirst();
    if (action.kind() != LedgerEntry.ActionKind.SPLIT || !leg.change().isPositive()) {
      return "there is only a kind for a split that brings units, this is " + action.kind();
    }
    if (!action.cash().isZero()) {
      return "a split with cash beside it has no kind";
    }
    kind(cells, TransactionKind.SPLIT);
    cells.put("isin", action.isin().value());
    cells.put("quantity", leg.change().toString());
    cells.put("currency", action.currency().code());
    cells.put("note", action.note());
    return null;
  }
}
