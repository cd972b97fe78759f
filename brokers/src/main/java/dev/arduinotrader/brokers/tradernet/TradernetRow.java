package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.result.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer. What must be there and is not, or is there and cannot be read, makes the
 * whole answer unreadable: a row that is left out would be money that is left out.
 */
final class TradernetRow {
  private static final int FAULTS_SHOWN_MAX = 5;

  private final JsonNode node;

  private TradernetRow(JsonNode node) {
    this.node = node;
  }

  /** Leaves the reading of a row; caught where rows are read, and nowhere else. */
  private static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message, null, false, false);
    }
  }

  /** All rows, in the order in which they came; WIRE_MALFORMED naming the faults of the rest. */
  static <T> Result<List<T>> readAll(
      String command, List<JsonNode> nodes, Function<TradernetRow, T> reader) {
    List<T> rows = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      try {
        rows.add(reader.apply(new TradernetRow(nodes.get(i))));
      } catch (UnreadableException e) {
        faults.add("row %d: %s".formatted(i + 1, e.getMessage()));
      }
    }
    if (!faults.isEmpty()) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected %d readable rows in the answer to %s, found faults in %d of them: %s"
              .formatted(
                  nodes.size(),
                  command,
                  faults.size(),
                  String.join("; ", faults.subList(0, Math.min(FAULTS_SHOWN_MAX, faults.size())))));
    }
    return Result.success(rows);
  }

  /** The rows of a list that must be there. */
  static <T> Result<List<T>> readList(
      String command, @Nullable JsonNode list, Function<TradernetRow, T> reader) {
    Optional<List<JsonNode>> nodes = TolerantJson.list(list);
    return nodes.isPresent()
        ? readAll(command, nodes.get(), reader)
        : WireReason.WIRE_MALFORMED.failure(
            "expected a list in the answer to " + command + ", found none");
  }

  /** A row that stands alone. */
  static <T> Result<T> readOne(String command, JsonNode node, Function<TradernetRow, T> reader) {
    return readAll(command, List.of(node), reader).map(List::getFirst);
  }

  /** The first of these keys that holds a value; null when none does. */
  private @Nullable JsonNode value(String... keys) {
    for (String key : keys) {
      JsonNode found = node.get(key);
      if (found != null
          && !found.isNull()
          && (found.isContainerNode() || !found.asText().isBlank())) {
        return found;
      }
    }
    return null;
  }

  private <T> Optional<T> read(
      Function<@Nullable JsonNode, Optional<T>> reader, String what, String... keys) {
    JsonNode found = value(keys);
    if (found == null) {
      return Optional.empty();
    }
    Optional<T> read = reader.apply(found);
    if (read.isEmpty()) {
      throw new UnreadableException("expected %s as %s, found %s".formatted(what, keys[0], found));
    }
    return read;
  }

  private static UnreadableException missing(String what, String... keys) {
    return new UnreadableException(
        "expected %s as %s, found none".formatted(what, String.join(" or ", keys)));
  }

  Optional<String> text(String... keys) {
    return read(TolerantJson::text, "a text", keys);
  }

  String needText(String... keys) {
    return text(keys).orElseThrow(() -> missing("a text", keys));
  }

  Optional<BigDecimal> decimal(String... keys) {
    return read(TolerantJson::decimal, "a number", keys);
  }

  BigDecimal needDecimal(String... keys) {
    return decimal(keys).orElseThrow(() -> missing("a number", keys));
  }

  /** A number above zero. */
  BigDecimal needPositive(String... keys) {
    BigDecimal number = needDecimal(keys);
    if (number.signum() <= 0) {
      throw new UnreadableException(
          "expected a number above zero as %s, found %s"
              .formatted(keys[0], number.toPlainString()));
    }
    return number;
  }

  Optional<Long> whole(String... keys) {
    return read(TolerantJson::wholeNumber, "a whole number", keys);
  }

  long needWhole(String... keys) {
    return whole(keys).orElseThrow(() -> missing("a whole number", keys));
  }

  Optional<Instant> time(String... keys) {
    return read(TradernetTimes::time, "a time", keys);
  }

  Instant needTime(String... keys) {
    return time(keys).orElseThrow(() -> missing("a time", keys));
  }

  Optional<LocalDate> day(String... keys) {
    return read(TradernetTimes::day, "a day", keys);
  }

  LocalDate needDay(String... keys) {
    return day(keys).orElseThrow(() -> missing("a day", keys));
  }

  /** The side of an order: 1 and 2 buy, 3 and 4 sell, as a number or as a text. */
  Side needOrderSide(String... keys) {
    long code = needWhole(keys);
    if (code < 1 || code > 4) {
      throw new UnreadableException("expected 1 to 4 as %s, found %d".formatted(keys[0], code));
    }
    return code <= 2 ? Side.BUY : Side.SELL;
  }

  /** The side of a trade: 1 buys, 2 sells. An order's codes differ. */
  Side needTradeSide(String... keys) {
    long code = needWhole(keys);
    if (code < 1 || code > 2) {
      throw new UnreadableException("expected 1 or 2 as %s, found %d".formatted(keys[0], code));
    }
    return code == 1 ? Side.BUY : Side.SELL;
  }

  @Nullable JsonNode node(String key) {
    return node.get(key);
  }
}
