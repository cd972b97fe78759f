package dev.arduinotrader.portfolio.exchange.csv;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns one row into what happened. */
final class TransactionRow {
  private static final String POSITIVE = "a decimal number above zero such as 12.5";

  private final RowReader cells;
  private final String id;
  private final TransactionKind kind;
  private final Instant at;
  private final QuoteUnit unit;
  private boolean faulty;

  private TransactionRow(
      RowReader cells, String id, TransactionKind kind, Instant at, QuoteUnit unit) {
    this.cells = cells;
    this.id = id;
    this.kind = kind;
    this.at = at;
    this.unit = unit;
  }

  /** Null when the row is at fault. */
  static @Nullable BrokerMovement read(RowReader cells, String id) {
    TransactionKind kind = cells.choice("kind", TransactionKind.class);
    Instant at =
        cells.required(
            "date",
            "a date such as 2024-03-01 or an instant such as 2024-03-01T14:30Z",
            text -> instant(text, kind == null ? 0 : kind.hour()));
    QuoteUnit unit = cells.required("currency", "a currency such as EUR, or GBX", QuoteUnit::of);
    return kind == null || at == null || unit == null
        ? null
        : new TransactionRow(cells, id, kind, at, unit).movement();
  }

  private static Instant instant(String text, int hour) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atTime(hour, 0).toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private @Nullable BrokerMovement movement() {
    return switch (kind) {
      case DEPOSIT -> flow(CashFlowKind.DEPOSIT, amount());
      case WITHDRAWAL -> flow(CashFlowKind.WITHDRAWAL, negated(amount()));
      case FEE -> flow(CashFlowKind.FEE, negated(amount()));
      case TAX -> flow(CashFlowKind.TAX, negated(amount()));
      case FEE_REFUND -> flow(CashFlowKind.FEE, amount());
      case TAX_REFUND -> flow(CashFlowKind.TAX, amount());
      case INTEREST -> flow(CashFlowKind.INTEREST, signedAmount());
      case DIVIDEND -> dividend();
      case BUY -> execution(Side.BUY);
      case SELL -> execution(Side.SELL);
      case EXCHANGE -> exchange();
      case OPENING -> opening();
      case SPLIT -> split();
    };
  }

  private Currency currency() {
    return unit.currency();
  }

  private @Nullable Isin isin() {
    return seen(cells.required("isin", "an ISIN", Isin::of));
  }

  private @Nullable Quantity quantity() {
    return seen(cells.required("quantity", POSITIVE, text -> new Quantity(positive(text))));
  }

  private @Nullable Money cost() {
    return cells.has("amount")
        ? seen(
            cells.optional(
                "amount", "zero or more", text -> Money.of(notNegative(text), currency())))
        : null;
  }

  private @Nullable Money amount() {
    return seen(cells.required("amount", POSITIVE, text -> Money.of(positive(text), currency())));
  }

  private @Nullable Money signedAmount() {
    return seen(
        cells.required(
            "amount", "a decimal number", text -> Money.of(Decimals.parse(text), currency())));
  }

  /** What the column fee says, nothing when it is empty. */
  private @Nullable Money fee() {
    Currency counted =
        cells.has("fee_currency")
            ? seen(cells.optional("fee_currency", "a currency such as EUR", Currency::of))
            : currency();
    if (counted == null) {
      return null;
    }
    return cells.has("fee")
        ? seen(cells.optional("fee", "zero or more", text -> Money.of(notNegative(text), counted)))
        : Money.zero(counted);
  }

  /** The column order_id; the row's own id when it is empty. */
  private @Nullable ClientOrderId orderId() {
    String column = cells.has("order_id") ? "order_id" : "id";
    String text = cells.has("order_id") ? cells.text("order_id") : id;
    try {
      return ClientOrderId.of(text);
    } catch (IllegalArgumentException e) {
      cells.fault(column, String.valueOf(e.getMessage()));
      faulty = true;
      return null;
    }
  }

  private @Nullable Instant firstBought() {
    return cells.has("first_bought")
        ? seen(cells.optional("first_bought", "a date or an instant", text -> instant(text, 0)))
        : null;
  }

  private <T> @Nullable T seen(@Nullable T value) {
    faulty |= value == null;
    return value;
  }

  private static @Nullable Money negated(@Nullable Money amount) {
    return amount == null ? null : amount.negated();
  }

  static BigDecimal positive(String text) {
    BigDecimal value = Decimals.parse(text);
    if (value.signum() <= 0) {
      throw new IllegalArgumentException("the kind says which way it goes, not the sign");
    }
    return value;
  }

  private static BigDecimal notNegative(String text) {
    BigDecimal value = Decimals.parse(text);
    if (value.signum() < 0) {
      throw new IllegalArgumentException("it is what was paid");
    }
    return value;
  }

  private <T extends BrokerMovement> @Nullable T whole(Supplier<T> movement) {
    return faulty ? null : movement.get();
  }

  private @Nullable BrokerMovement flow(CashFlowKind flow, @Nullable Money amount) {
    return whole(
        () ->
            new BrokerMovement.CashFlow(
                0, id, at, flow, Objects.requireNonNull(amount), cells.text("note")));
  }

  private @Nullable BrokerMovement dividend() {
    Isin isin = isin();
    Money gross = amount();
    Money withheld = fee();
    return whole(
        () ->
            new LedgerEntry.Dividend(
                0,
                id,
                at,
                Objects.requireNonNull(isin),
                Objects.requireNonNull(gross),
                Objects.requireNonNull(withheld),
                cells.text("note")));
  }

  private @Nullable BrokerMovement execution(Side side) {
    Isin isin = isin();
    Quantity quantity = quantity();
    Price price = seen(cells.required("price", POSITIVE, text -> new Price(positive(text), unit)));
    Money commission = fee();
    ClientOrderId order = orderId();
    Money stated = cells.has("amount") ? amount() : null;
    return whole(
        () -> {
          Price each = Objects.requireNonNull(price);
          Quantity units = Objects.requireNonNull(quantity);
          return new BrokerMovement.Execution(
              0,
              id,
              at,
              Objects.requireNonNull(order),
              Objects.requireNonNull(isin),
              side,
              units,
              each,
              stated == null ? each.times(units) : stated,
              Objects.requireNonNull(commission));
        });
  }

  /** The amount came, the quantity of the sold currency went. */
  private @Nullable BrokerMovement exchange() {
    Currency from =
        seen(cells.required("sold_currency", "the currency that was given away", Currency::of));
    Money bought = amount();
    Money sold =
        from == null
            ? null
            : seen(cells.required("quantity", POSITIVE, text -> Money.of(positive(text), from)));
    Money commission = fee();
    ClientOrderId order = orderId();
    return whole(
        () ->
            new BrokerMovement.Exchange(
                0,
                id,
                at,
                Objects.requireNonNull(order),
                Objects.requireNonNull(sold),
                Objects.requireNonNull(bought),
                Objects.requireNonNull(commission)));
  }

  private @Nullable BrokerMovement opening() {
    Isin isin = isin();
    Quantity quantity = quantity();
    Money cost = cost();
    Instant firstBought = firstBought();
    String note = cells.text("note");
    return whole(
        () ->
            new LedgerEntry.OpeningPosition(
                0,
                id,
                at,
                Objects.requireNonNull(isin),
                Objects.requireNonNull(quantity),
                currency(),
                cost,
                firstBought,
                note.isEmpty() ? "a file of transactions" : note));
  }

  /** The quantity is what came in addition. */
  private @Nullable BrokerMovement split() {
    Isin isin = isin();
    Quantity came = quantity();
    return whole(
        () ->
            new LedgerEntry.CorporateAction(
                0,
                id,
                at,
                LedgerEntry.ActionKind.SPLIT,
                Objects.requireNonNull(isin),
                currency(),
                List.of(
                    new LedgerEntry.Leg(
                        Objects.requireNonNull(isin),
                        Objects.requireNonNull(came),
                        BigDecimal.ZERO)),
                Money.zero(currency()),
                cells.text("note")));
  }
}
