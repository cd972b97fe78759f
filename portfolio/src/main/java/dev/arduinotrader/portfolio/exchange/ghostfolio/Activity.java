package dev.arduinotrader.portfolio.exchange.ghostfolio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.exchange.text.BooksTag;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One activity with its fields read.
 *
 * @param place where it is in the file
 * @param account empty when it names none
 * @param ownId empty when it has none
 */
record Activity(
    String place,
    String account,
    String ownId,
    Type type,
    Instant at,
    QuoteUnit unit,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal fee,
    String symbol,
    BooksTag tag) {
  /** What it is, with the hour that orders a day of which only the date is known. */
  enum Type {
    BUY(12),
    SELL(14),
    DIVIDEND(16),
    INTEREST(16),
    FEE(17),
    ITEM(12),
    LIABILITY(12);

    private final int hour;

    Type(int hour) {
      this.hour = hour;
    }
  }

  /** Null when it is at fault. */
  static @Nullable Activity read(String place, JsonNode node, List<Fault> faults) {
    int before = faults.size();
    Type type =
        field(place, node, "type", "one of " + List.of(Type.values()), Type::valueOf, faults);
    BooksTag tag = BooksTag.read(node.path("comment").asText(""));
    int hour = type == null || tag.has(BooksTag.ID) ? 0 : type.hour;
    Instant at = field(place, node, "date", "a date", text -> instant(text, hour), faults);
    QuoteUnit unit =
        field(
            place,
            node,
            "currency",
            "a currency such as EUR or GBp",
            GhostfolioUnits::read,
            faults);
    String symbol = field(place, node, "symbol", "a symbol", text -> text, faults);
    BigDecimal quantity = number(place, node, "quantity", faults);
    BigDecimal unitPrice = number(place, node, "unitPrice", faults);
    BigDecimal fee = number(place, node, "fee", faults);
    return faults.size() > before
        ? null
        : new Activity(
            place,
            node.path("accountId").asText(""),
            node.path("id").asText(""),
            Objects.requireNonNull(type),
            Objects.requireNonNull(at),
            Objects.requireNonNull(unit),
            Objects.requireNonNull(quantity),
            Objects.requireNonNull(unitPrice),
            Objects.requireNonNull(fee),
            Objects.requireNonNull(symbol),
            tag);
  }

  private static <T> @Nullable T field(
      String place,
      JsonNode node,
      String name,
      String expected,
      Function<String, T> parse,
      List<Fault> faults) {
    JsonNode value = node.path(name);
    try {
      if (value.isTextual() && !value.asText().isBlank()) {
        return parse.apply(value.asText());
      }
      faults.add(
          new Fault(place + "." + name, "expected %s, found %s".formatted(expected, found(value))));
    } catch (IllegalArgumentException e) {
      faults.add(
          new Fault(
              place + "." + name,
              "expected %s, found %s (%s)".formatted(expected, value, e.getMessage())));
    }
    return null;
  }

  private static String found(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }

  private static @Nullable BigDecimal number(
      String place, JsonNode node, String name, List<Fault> faults) {
    JsonNode value = node.path(name);
    if (value.isNumber() && value.decimalValue().signum() >= 0) {
      return value.decimalValue();
    }
    faults.add(
        new Fault(place + "." + name, "expected a number of zero or more, found " + found(value)));
    return null;
  }

  private static Instant instant(String text, int hourOfDayOnly) {
    try {
      Instant at =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant();
      boolean isDayOnly = at.atZone(ZoneOffset.UTC).toLocalTime().toNanoOfDay() == 0;
      return isDayOnly ? at.plusSeconds(3_600L * hourOfDayOnly) : at;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** What makes it this one when it has no id. */
  String content() {
    return String.join(
        "\u001F",
        type.name(),
        at.toString(),
        unit.code(),
        quantity.stripTrailingZeros().toPlainString(),
        unitPrice.stripTrailingZeros().toPlainString(),
        fee.stripTrailingZeros().toPlainString(),
        symbol,
        tag.note());
  }
}
