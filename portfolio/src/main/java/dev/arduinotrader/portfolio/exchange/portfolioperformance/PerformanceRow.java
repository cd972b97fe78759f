package dev.arduinotrader.portfolio.exchange.portfolioperformance;

import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.CURRENCY;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.DATE;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.FEES;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.GROSS;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.GROSS_CURRENCY;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.ISIN;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.NOTE;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.RATE;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.SHARES;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.TAXES;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.TICKER;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.TYPE;
import static dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceColumn.VALUE;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.SymbolFinder;
import dev.arduinotrader.portfolio.exchange.csv.RowReader;
import dev.arduinotrader.portfolio.exchange.text.BooksTag;
import dev.arduinotrader.portfolio.exchange.text.Symbols;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One row with its cells read.
 *
 * @param value signed as in the file; a purchase is negative in files of accounts and positive in
 *     files of securities
 * @param foreign the gross amount when it is in another currency than the value, otherwise null
 * @param fees zero or more, in the currency of the value
 * @param taxes zero or more, in the currency of the value
 * @param isin null when the row names no security
 */
record PerformanceRow(
    RowReader cells,
    PerformanceType type,
    Instant at,
    Money value,
    @Nullable Money foreign,
    Money fees,
    Money taxes,
    @Nullable Quantity shares,
    @Nullable Isin isin,
    BooksTag tag) {
  private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  /** A rate that is further from the amounts than this belongs to other amounts. */
  private static final BigDecimal RATE_TOLERANCE = new BigDecimal("0.02");

  /** Null when the row is at fault, which the cells then know. */
  static @Nullable PerformanceRow read(
      RowReader cells, PerformanceNumbers numbers, SymbolFinder symbols) {
    PerformanceType type =
        cells.required(TYPE.key(), "a type such as Buy or Kauf", PerformanceType::named);
    BooksTag tag = BooksTag.read(cells.text(NOTE.key()));
    int hour = type == null || tag.has(BooksTag.ID) ? 0 : type.hour();
    Instant at =
        cells.required(
            DATE.key(),
            "a date such as 2024-03-01T14:30 or 01.03.2024",
            text -> instant(text, hour));
    Currency currency = cells.required(CURRENCY.key(), "a currency such as EUR", Currency::of);
    if (type == null || at == null || currency == null) {
      return null;
    }
    Money value =
        cells.required(VALUE.key(), "an amount", text -> Money.of(numbers.parse(text), currency));
    Money fees = cost(cells, FEES, numbers, currency);
    Money taxes = cost(cells, TAXES, numbers, currency);
    Quantity shares =
        cells.optional(
            SHARES.key(), "a number of shares", text -> new Quantity(numbers.parse(text)));
    boolean sharesFaulty = shares == null && cells.has(SHARES.key());
    Isin isin = isin(cells, symbols);
    boolean isinFaulty = isin == null && (cells.has(ISIN.key()) || cells.has(TICKER.key()));
    if (value == null || fees == null || taxes == null || sharesFaulty || isinFaulty) {
      return null;
    }
    Money foreign = foreign(cells, numbers, currency);
    if (foreign == null && isForeign(cells, currency)) {
      return null;
    }
    Money traded = traded(type, value.abs(), fees, taxes);
    return foreign != null && !isPlausible(cells, numbers, foreign, traded)
        ? null
        : new PerformanceRow(cells, type, at, value, foreign, fees, taxes, shares, isin, tag);
  }

  /** The value before fees and taxes, for those types that have them. */
  private static Money traded(PerformanceType type, Money value, Money fees, Money taxes) {
    Money costs = fees.plus(taxes);
    return type.brings() && type != PerformanceType.DELIVERY_INBOUND
        ? value.plus(costs)
        : value.minus(costs);
  }

  Money traded() {
    return traded(type, value.abs(), fees, taxes);
  }

  String note() {
    return tag.note();
  }

  /** What makes the row this one, alike in a file of accounts and one of securities. */
  String content() {
    return String.join(
        "\u001F",
        type.name(),
        at.toString(),
        value.abs().toString(),
        String.valueOf(foreign),
        fees.toString(),
        taxes.toString(),
        String.valueOf(shares),
        String.valueOf(isin),
        tag.note());
  }

  private static Instant instant(String text, int hourOfDayOnly) {
    try {
      boolean german = text.length() > 2 && text.charAt(2) == '.';
      LocalDate day =
          german
              ? LocalDate.parse(text.substring(0, Math.min(10, text.length())), GERMAN_DAY)
              : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
      LocalTime time =
          text.length() <= 10 ? LocalTime.MIDNIGHT : LocalTime.parse(text.substring(11).strip());
      LocalDateTime known =
          time.equals(LocalTime.MIDNIGHT) ? day.atTime(hourOfDayOnly, 0) : day.atTime(time);
      return known.toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static @Nullable Money cost(
      RowReader cells, PerformanceColumn column, PerformanceNumbers numbers, Currency currency) {
    return cells.has(column.key())
        ? cells.optional(
            column.key(),
            "an amount of " + currency,
            text -> Money.of(numbers.parse(text).abs(), currency))
        : Money.zero(currency);
  }

  private static @Nullable Isin isin(RowReader cells, SymbolFinder symbols) {
    return cells.has(ISIN.key())
        ? cells.optional(ISIN.key(), "an ISIN", dev.arduinotrader.kernel.market.Isin::of)
        : cells.optional(
            TICKER.key(),
            "an ISIN, or the symbol of one security",
            text -> Symbols.resolve(text, symbols));
  }

  private static boolean isForeign(RowReader cells, Currency currency) {
    return cells.has(GROSS.key())
        && cells.has(GROSS_CURRENCY.key())
        && !cells.text(GROSS_CURRENCY.key()).equals(currency.code());
  }

  private static @Nullable Money foreign(
      RowReader cells, PerformanceNumbers numbers, Currency currency) {
    if (!isForeign(cells, currency)) {
      return null;
    }
    Currency gross = cells.optional(GROSS_CURRENCY.key(), "a currency", Currency::of);
    return gross == null
        ? null
        : cells.optional(
            GROSS.key(),
            "an amount of " + gross,
            text -> Money.of(numbers.parse(text).abs(), gross));
  }

  /** The rate must agree with the two amounts, whichever of them it is counted in. */
  private static boolean isPlausible(
      RowReader cells, PerformanceNumbers numbers, Money foreign, Money traded) {
    BigDecimal rate =
        cells.required(
            RATE.key(), "the rate beside a gross amount in " + foreign.currency(), numbers::parse);
    if (rate == null) {
      return false;
    }
    boolean agrees =
        foreign.isPositive()
            && traded.isPositive()
            && rate.signum() > 0
            && (isNear(foreign.amount().multiply(rate), traded.amount())
                || isNear(traded.amount().multiply(rate), foreign.amount()));
    if (!agrees) {
      cells.fault(
          RATE.key(),
          "expected a rate between %s and %s, found %s\nMaybe a currency or an amount is wrong."
              .formatted(foreign, traded, rate.toPlainString()));
    }
    return agrees;
  }

  private static boolean isNear(BigDecimal a, BigDecimal b) {
    return a.subtract(b).abs().compareTo(b.multiply(RATE_TOLERANCE).setScale(6, RoundingMode.UP))
        <= 0;
  }
}
