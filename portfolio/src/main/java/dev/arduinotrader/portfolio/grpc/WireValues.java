package dev.arduinotrader.portfolio.grpc;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.grpc.CommonMessages;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small values that several messages share; refusals name the field. */
final class WireValues {
  private WireValues() {}

  static Instant instant(String field, boolean present, Timestamp message) {
    if (!present) {
      throw new IllegalArgumentException("expected " + field + ", found none");
    }
    try {
      return CommonMessages.instant(message);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
    }
  }

  static @Nullable Instant optionalInstant(String field, boolean present, Timestamp message) {
    return present ? instant(field, true, message) : null;
  }

  static Money money(String field, dev.arduinotrader.contracts.common.Money message) {
    try {
      return CommonMessages.money(message);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
    }
  }

  static @Nullable Money optionalMoney(
      String field, boolean present, dev.arduinotrader.contracts.common.Money message) {
    return present ? money(field, message) : null;
  }

  static Duration toProto(java.time.Duration duration) {
    return Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  static java.time.Duration duration(String field, boolean present, Duration message) {
    if (!present) {
      throw new IllegalArgumentException("expected " + field + ", found none");
    }
    try {
      return java.time.Duration.ofSeconds(message.getSeconds(), message.getNanos());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
    }
  }

  /** Every part, a refusal naming the list and the place in it. */
  static <M, R> List<R> each(String field, List<M> messages, Function<M, R> read) {
    List<R> parts = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      try {
        parts.add(read.apply(messages.get(i)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(field + "[" + i + "]: " + e.getMessage(), e);
      }
    }
    return parts;
  }

  /** The constant of a wire enum's name without its prefix. */
  static <E extends Enum<E>> E named(Class<E> type, String prefix, Enum<?> message) {
    String name = message.name();
    return Enum.valueOf(type, name.startsWith(prefix) ? name.substring(prefix.length()) : name);
  }

  static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String nullAsEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
