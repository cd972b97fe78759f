package dev.arduinotrader.portfolio.exchange.portfolioperformance;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.exchange.text.BooksTag;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns one row into what happened; a fault of the row is left with its cells. */
final class PerformanceMovements {
  private static final String VALUE = PerformanceColumn.VALUE.key();

  private final PerformanceRow row;
  private final String id;
  private final List<BrokerMovement> movements = new ArrayList<>();

  private PerformanceMovements(PerformanceRow row, String id) {
    this.row = row;
    this.id = id;
  }

  /** One movement, and one more each for taxes, fees or an exchange that have their own. */
  static List<BrokerMovement> of(PerformanceRow row, String id) {
    PerformanceMovements reader = new PerformanceMovements(row, id);
    try {
      reader.read();
    } catch (IllegalArgumentException e) {
      row.cells().fault(PerformanceColumn.NOTE.key(), String.valueOf(e.getMessage()));
    }
    return reader.movements;
  }

  /** Money that went out of one account and into one of another currency. */
  static List<BrokerMovement> exchange(PerformanceRow out, PerformanceRow in, String id) {
    return List.of(
        new BrokerMovement.Exchange(
            0,
            id,
            out.at(),
            order(out, id),
            out.value().abs(),
            in.value().abs(),
            Money.zero(in.value().currency())));
  }

  /** The trade with its fee; null when it is none. */
  static @Nullable BrokerMovement withFee(BrokerMovement movement, Money fee) {
    return switch (movement) {
      case BrokerMovement.Execution e ->
          new BrokerMovement.Execution(
              0,
              e.sourceId(),
              e.at(),
              e.clientOrderId(),
              e.isin(),
              e.side(),
              e.quantity(),
              e.price(),
              e.gross(),
              fee);
      case BrokerMovement.Exchange e ->
          new BrokerMovement.Exchange(
              0, e.sourceId(), e.at(), e.clientOrderId(), e.sold(), e.bought(), fee);
      case BrokerMovement.CashFlow ignored -> null;
      case LedgerEntry ignored -> null;
    };
  }

  private static ClientOrderId order(PerformanceRow row, String id) {
    return ClientOrderId.of(row.tag().has(BooksTag.ORDER) ? row.tag().get(BooksTag.ORDER) : id);
  }

  private void read() {
    Money amount = row.value().abs();
    switch (row.type()) {
      case BUY -> trade(Side.BUY);
      case SELL -> trade(Side.SELL);
      case DEPOSIT -> plain(CashFlowKind.DEPOSIT, amount);
      case REMOVAL -> plain(CashFlowKind.WITHDRAWAL, amount.negated());
      case FEES -> plain(CashFlowKind.FEE, amount.negated());
      case FEES_REFUND -> plain(CashFlowKind.FEE, amount);
      case TAXES -> plain(CashFlowKind.TAX, amount.negated());
      case TAX_REFUND -> plain(CashFlowKind.TAX, amount);
      case INTEREST_CHARGE -> plain(CashFlowKind.INTEREST, amount.negated());
      case INTEREST -> interest();
      case DIVIDENDS -> dividend();
      case DELIVERY_INBOUND -> delivery();
      case DELIVERY_OUTBOUND ->
          row.cells()
              .fault(
                  PerformanceColumn.TYPE.key(),
                  "expected units that were sold, found %s of %s that went with a value of %s\n"
                          .formatted(row.shares(), row.isin(), row.value())
                      + "Maybe call it Sell when they were sold, or end the file before it.");
      case TRANSFER_IN, TRANSFER_OUT ->
          throw new IllegalStateException("transfers are put together before");
    }
  }

  private void fault(String column, String message) {
    row.cells().fault(column, message);
  }

  private void trade(Side side) {
    Isin isin = isin();
    Quantity shares = shares();
    Money foreign = row.foreign();
    Money traded = row.traded();
    Money gross = foreign == null ? traded : foreign;
    if (!traded.isPositive()) {
      fault(VALUE, "expected more than fees and taxes, found " + row.value());
    } else if (isin != null && shares != null) {
      if (foreign != null) {
        boolean buys = side == Side.BUY;
        movements.add(
            new BrokerMovement.Exchange(
                0,
                id + "-fx",
                row.at(),
                ClientOrderId.of(id + "-fx"),
                buys ? traded : foreign,
                buys ? foreign : traded,
                Money.zero(gross.currency())));
      }
      movements.add(
          new BrokerMovement.Execution(
              0,
              id,
              row.at(),
              order(row, id),
              isin,
              side,
              shares,
              price(gross, shares),
              gross,
              row.fees()));
      extra("tax", CashFlowKind.TAX, row.taxes());
    }
  }

  /** The price that the tag knows, or what one share cost. */
  private Price price(Money gross, Quantity shares) {
    return row.tag().has(BooksTag.PRICE)
        ? Price.of(row.tag().get(BooksTag.PRICE), QuoteUnit.of(row.tag().get(BooksTag.UNIT)))
        : perShare(gross, shares);
  }

  static Price perShare(Money gross, Quantity shares) {
    return new Price(
        gross.amount().divide(shares.value(), MathContext.DECIMAL64),
        QuoteUnit.of(gross.currency()));
  }

  private @Nullable Isin isin() {
    if (row.isin() == null) {
      fault(
          PerformanceColumn.ISIN.key(),
          "expected the security of a %s of %s, found none\nMaybe add its ISIN to the row."
              .formatted(row.type().english(), row.value()));
    }
    return row.isin();
  }

  private @Nullable Quantity shares() {
    Quantity shares = row.shares();
    if (shares == null || !shares.isPositive()) {
      fault(
          PerformanceColumn.SHARES.key(),
          "expected shares above zero, found %s\nMaybe export the transactions of the securities."
              .formatted(shares == null ? "nothing" : shares));
      return null;
    }
    return shares;
  }

  private void requireNoMinus() {
    if (row.value().isNegative()) {
      fault(
          VALUE,
          "expected no minus for a %s, found %s\nMaybe it is of another type."
              .formatted(row.type().english(), row.value()));
    }
  }

  private void plain(CashFlowKind kind, Money amount) {
    if (!row.fees().isZero() || !row.taxes().isZero()) {
      fault(
          VALUE,
          "expected no fees or taxes beside a %s, found %s and %s\nMaybe give them their own rows."
              .formatted(row.type().english(), row.fees(), row.taxes()));
    }
    if (row.type().brings()) {
      requireNoMinus();
    }
    flow(id, kind, amount);
  }

  private void flow(String flowId, CashFlowKind kind, Money amount) {
    String security = row.isin() == null ? "" : (row.note().isEmpty() ? "" : " ") + row.isin();
    movements.add(
        new BrokerMovement.CashFlow(0, flowId, row.at(), kind, amount, row.note() + security));
  }

  private void extra(String name, CashFlowKind kind, Money paid) {
    if (!paid.isZero()) {
      flow(id + "-" + name, kind, paid.negated());
    }
  }

  private void interest() {
    requireNoMinus();
    flow(id, CashFlowKind.INTEREST, row.traded());
    extra("tax", CashFlowKind.TAX, row.taxes());
    extra("fee", CashFlowKind.FEE, row.fees());
  }

  /** Booked in the currency that arrived, whatever the security pays in. */
  private void dividend() {
    requireNoMinus();
    Isin isin = isin();
    if (isin != null) {
      movements.add(
          new LedgerEntry.Dividend(0, id, row.at(), isin, row.traded(), row.taxes(), row.note()));
      extra("fee", CashFlowKind.FEE, row.fees());
    }
  }

  /** A delivery without a value is one whose cost nobody knows. */
  private void delivery() {
    Isin isin = isin();
    Quantity shares = shares();
    if (isin == null || shares == null) {
      return;
    }
    Money foreign = row.foreign();
    Money cost = foreign == null ? row.traded() : foreign;
    String bought = row.tag().get(BooksTag.FIRST_BOUGHT);
    movements.add(
        new LedgerEntry.OpeningPosition(
            0,
            id,
            row.at(),
            isin,
            shares,
            cost.currency(),
            cost.isZero() ? null : cost,
            bought.isEmpty() ? null : Instant.parse(bought),
            row.note().isEmpty() ? "a delivery in Portfolio Performance" : row.note()));
    extra("tax", CashFlowKind.TAX, row.taxes());
    extra("fee", CashFlowKind.FEE, row.fees());
  }
}
