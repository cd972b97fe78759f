package dev.arduinotrader.brokers.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.tradernet.TolerantJson;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.result.Result;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One object of an answer. What must be there and is not makes the whole answer unreadable: what is
 * left out would be money that is left out.
 */
final class AlpacaRow {
  private final JsonNode node;

  private AlpacaRow(JsonNode node) {
    this.node = node;
  }

  /** Leaves the reading of an object; caught where objects are read, and nowhere else. */
  private static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message, null, false, false);
    }
  }

  static <T> Result<T> one(String name, JsonNode node, Function<AlpacaRow, T> reader) {
    try {
      return Result.success(reader.apply(new AlpacaRow(node)));
    } catch (UnreadableException e) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected a readable answer to %s, found %s".formatted(name, e.getMessage()));
    }
  }

  /** All elements of a list that must be one. */
  static <T> Result<List<T>> list(String name, JsonNode list, Function<AlpacaRow, T> reader) {
    if (!list.isArray()) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected a list in answer to %s, found none".formatted(name));
    }
    try {
      List<T> rows = new ArrayList<>();
      list.forEach(node -> rows.add(reader.apply(new AlpacaRow(node))));
      return Result.success(List.copyOf(rows));
    } catch (UnreadableException e) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected a readable answer to %s, found %s".formatted(name, e.getMessage()));
    }
  }

  String text(String key) {
    return TolerantJson.text(node.get(key)).orElseThrow(() -> missing("a text", key));
  }

  String textOr(String key, String other) {
    return TolerantJson.text(node.get(key)).orElse(other);
  }

  BigDecimal decimal(String key) {
    return TolerantJson.decimal(node.get(key)).orElseThrow(() -> missing("a number", key));
  }

  boolean flag(String key) {
    return node.path(key).asBoolean(false);
  }

  Side side() {
    return switch (text("side")) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> throw missing("buy or sell", "side");
    };
  }

  Instant time(String key) {
    try {
      return OffsetDateTime.parse(text(key)).toInstant();
    } catch (DateTimeException e) {
      throw missing("a time", key);
    }
  }

  /** A day, as its beginning; or a time. */
  Instant day(String key) {
    String text = text(key);
    try {
      return text.length() == "2026-01-31".length()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw missing("a day", key);
    }
  }

  private UnreadableException missing(String what, String key) {
    return new UnreadableException(
        "no %s as %s but %s".formatted(what, key, node.path(key).toString()));
  }
}
