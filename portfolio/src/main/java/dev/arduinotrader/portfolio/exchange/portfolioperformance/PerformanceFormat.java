package dev.arduinotrader.portfolio.exchange.portfolioperformance;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.SymbolFinder;
import dev.arduinotrader.portfolio.exchange.text.BooksTag;
import dev.arduinotrader.portfolio.exchange.text.CsvLine;
import dev.arduinotrader.portfolio.exchange.text.RowFormat;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes what {@link PerformanceCsv} reads: English, with commas, points and times in UTC. */
public final class PerformanceFormat implements RowFormat {
  private static final int SHARE_DIGITS_MAX = 8;
  private static final int AMOUNT_DIGITS_MAX = 2;

  private final Function<Isin, String> tickers;

  /**
   * @param tickers symbols of securities, empty for those without
   */
  public PerformanceFormat(Function<Isin, String> tickers) {
    this.tickers = tickers;
  }

  @Override
  public Result<List<String>> rows(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution execution -> execution(execution);
      case BrokerMovement.Exchange exchange -> exchange(exchange);
      case BrokerMovement.CashFlow flow -> flow(flow);
      case LedgerEntry.Dividend dividend -> dividend(dividend);
      case LedgerEntry.OpeningPosition opening -> opening(opening);
      case LedgerEntry.CorporateAction action -> noHome("there is no type for a " + action.kind());
      case LedgerEntry.Reversal ignored -> noHome("there is no type for a reversal");
      case LedgerEntry.CashAdjustment ignored ->
          noHome("there is no type for an adjustment of cash");
      case LedgerEntry.UnitsAdjustment ignored ->
          noHome("there is no type for an adjustment of units");
    };
  }

  private static Result<List<String>> noHome(String why) {
    return Result.failure(Problem.invalid("", why));
  }

  @Override
  public String text(List<String> rows) {
    List<String> header =
        Arrays.stream(PerformanceColumn.values()).map(PerformanceColumn::english).toList();
    StringBuilder text = new StringBuilder(CsvLine.of(header)).append("\r\n");
    rows.forEach(row -> text.append(row).append("\r\n"));
    return text.toString();
  }

  @Override
  public Result<List<BrokerMovement>> read(String text) {
    return PerformanceCsv.read(text, Map.of(), SymbolFinder.NONE);
  }

  private static String row(
      BrokerMovement movement,
      PerformanceType type,
      Money value,
      String note,
      Map<String, String> tag,
      Map<PerformanceColumn, String> more) {
    Map<PerformanceColumn, String> cells = new EnumMap<>(PerformanceColumn.class);
    cells.putAll(more);
    cells.put(
        PerformanceColumn.DATE, LocalDateTime.ofInstant(movement.at(), ZoneOffset.UTC).toString());
    cells.put(PerformanceColumn.TYPE, type.english());
    cells.put(PerformanceColumn.VALUE, amount(value));
    cells.put(PerformanceColumn.CURRENCY, value.currency().code());
    cells.put(PerformanceColumn.NOTE, new BooksTag(note, tag).text());
    return CsvLine.of(
        Arrays.stream(PerformanceColumn.values())
            .map(column -> cells.getOrDefault(column, ""))
            .toList());
  }

  /** Always two digits, from which a reader sees where the point is. */
  private static String amount(Money money) {
    return money
        .amount()
        .setScale(Math.max(AMOUNT_DIGITS_MAX, money.amount().scale()))
        .toPlainString();
  }

  private static Map<String, String> tag(BrokerMovement movement) {
    return new TreeMap<>(Map.of(BooksTag.ID, movement.sourceId()));
  }

  private Map<PerformanceColumn, String> security(Isin isin) {
    Map<PerformanceColumn, String> cells = new EnumMap<>(PerformanceColumn.class);
    String ticker = tickers.apply(isin);
    cells.put(PerformanceColumn.ISIN, isin.value());
    cells.put(PerformanceColumn.TICKER, ticker);
    cells.put(PerformanceColumn.NAME, ticker.isEmpty() ? isin.value() : ticker);
    return cells;
  }

  private Map<PerformanceColumn, String> security(Isin isin, Quantity shares) {
    Map<PerformanceColumn, String> cells = security(isin);
    cells.put(PerformanceColumn.SHARES, shares.toString());
    return cells;
  }

  private static boolean isTooFine(Quantity shares) {
    return shares.value().scale() > SHARE_DIGITS_MAX;
  }

  private static String feeRow(BrokerMovement movement, Money fee) {
    return row(
        movement,
        PerformanceType.FEES,
        fee.negated(),
        "",
        Map.of(BooksTag.FEE_OF, movement.sourceId()),
        Map.of());
  }

  private Result<List<String>> execution(BrokerMovement.Execution execution) {
    if (isTooFine(execution.quantity())) {
      return noHome("shares have eight digits, found " + execution.quantity());
    }
    Money gross = execution.gross();
    Money fee = execution.commission();
    boolean together = fee.currency().equals(gross.currency());
    Money costs = together ? fee : Money.zero(gross.currency());
    boolean buys = execution.side() == Side.BUY;
    Map<PerformanceColumn, String> cells = security(execution.isin(), execution.quantity());
    if (!costs.isZero()) {
      cells.put(PerformanceColumn.FEES, amount(costs));
    }
    Map<String, String> tag = tag(execution);
    putOrder(tag, execution.sourceId(), execution.clientOrderId().value());
    if (!gross.isPositive()
        || !PerformanceMovements.perShare(gross, execution.quantity()).equals(execution.price())) {
      tag.put(BooksTag.PRICE, execution.price().value().toPlainString());
      tag.put(BooksTag.UNIT, execution.price().unit().code());
    }
    String trade =
        row(
            execution,
            buys ? PerformanceType.BUY : PerformanceType.SELL,
            buys ? gross.plus(costs).negated() : gross.minus(costs),
            "",
            tag,
            cells);
    return Result.success(together ? List.of(trade) : List.of(trade, feeRow(execution, fee)));
  }

  private static void putOrder(Map<String, String> tag, String id, String order) {
    if (!order.equals(id)) {
      tag.put(BooksTag.ORDER, order);
    }
  }

  private static Result<List<String>> exchange(BrokerMovement.Exchange exchange) {
    Map<String, String> tag = tag(exchange);
    putOrder(tag, exchange.sourceId(), exchange.clientOrderId().value());
    String out =
        row(exchange, PerformanceType.TRANSFER_OUT, exchange.sold().negated(), "", tag, Map.of());
    String in = row(exchange, PerformanceType.TRANSFER_IN, exchange.bought(), "", tag, Map.of());
    boolean isPlain = exchange.commission().equals(Money.zero(exchange.bought().currency()));
    return Result.success(
        isPlain ? List.of(out, in) : List.of(out, in, feeRow(exchange, exchange.commission())));
  }

  private static Result<List<String>> flow(BrokerMovement.CashFlow flow) {
    boolean came = flow.amount().isPositive();
    return switch (flow.kind()) {
      case DEPOSIT -> flow(flow, PerformanceType.DEPOSIT);
      case WITHDRAWAL -> flow(flow, PerformanceType.REMOVAL);
      case INTEREST ->
          flow(flow, came ? PerformanceType.INTEREST : PerformanceType.INTEREST_CHARGE);
      case FEE -> flow(flow, came ? PerformanceType.FEES_REFUND : PerformanceType.FEES);
      case TAX -> flow(flow, came ? PerformanceType.TAX_REFUND : PerformanceType.TAXES);
      case DIVIDEND -> noHome("a dividend needs its security here");
    };
  }

  private static Result<List<String>> flow(BrokerMovement.CashFlow flow, PerformanceType type) {
    return Result.success(
        List.of(row(flow, type, flow.amount(), flow.note(), tag(flow), Map.of())));
  }

  private Result<List<String>> dividend(LedgerEntry.Dividend dividend) {
    if (!dividend.gross().isPositive()) {
      return noHome("there is no type for a dividend taken back");
    }
    Map<PerformanceColumn, String> cells = security(dividend.isin());
    if (!dividend.withheld().isZero()) {
      cells.put(PerformanceColumn.TAXES, amount(dividend.withheld()));
    }
    return Result.success(
        List.of(
            row(
                dividend,
                PerformanceType.DIVIDENDS,
                dividend.net(),
                dividend.note(),
                tag(dividend),
                cells)));
  }

  private Result<List<String>> opening(LedgerEntry.OpeningPosition opening) {
    if (isTooFine(opening.quantity())) {
      return noHome("shares have eight digits, found " + opening.quantity());
    }
    Map<String, String> tag = tag(opening);
    if (opening.firstBoughtAt() != null) {
      tag.put(BooksTag.FIRST_BOUGHT, opening.firstBoughtAt().toString());
    }
    Money cost = opening.cost();
    return Result.success(
        List.of(
            row(
                opening,
                PerformanceType.DELIVERY_INBOUND,
                cost == null ? Money.zero(opening.currency()) : cost,
                opening.evidence(),
                tag,
                security(opening.isin(), opening.quantity()))));
  }
}
