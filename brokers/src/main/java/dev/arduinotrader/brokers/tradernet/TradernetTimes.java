package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the broker's times. Without an offset they are Moscow's, three hours before UTC
 * in summer and winter.
 */
public final class TradernetTimes {
  /** Moscow's, without daylight saving. */
  public static final ZoneOffset ZONE = ZoneOffset.ofHours(3);

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

  private TradernetTimes() {}

  /**
   * A time such as {@code 2019-08-15T10:10:22}, {@code 2019-11-06 15:31:55.663147} or one with an
   * offset. Empty for everything else, a mere date included: a date is no time.
   */
  static Optional<Instant> time(@Nullable JsonNode node) {
    return TolerantJson.text(node).flatMap(text -> parse(text.replace(' ', 'T')));
  }

  private static Optional<Instant> parse(String text) {
    try {
      boolean offset = text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})");
      return Optional.of(
          offset
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZONE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day of a date or of a time, as written. */
  static Optional<LocalDate> day(@Nullable JsonNode node) {
    return TolerantJson.text(node)
        .filter(text -> text.length() >= 10)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text.substring(0, 10)));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }

  /** As the broker is asked: {@code 2019-08-15T10:10:22}. */
  static String write(Instant instant) {
    return SECONDS.format(instant.atOffset(ZONE));
  }

  /** The day at the broker. */
  public static LocalDate dayOf(Instant instant) {
    return instant.atOffset(ZONE).toLocalDate();
  }
}
