package dev.arduinotrader.universe.model.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hours of an ordinary day from a date on.
 *
 * @param from the first day with these hours
 * @param blocks local times of trading, in order, not overlapping
 * @param minutesToClosingPrice from the end of trading to the end of the closing auction
 */
public record TradingHours(LocalDate from, List<Block> blocks, int minutesToClosingPrice) {
  private static final int CLOSING_MINUTES_MAX = 120;

  /** A time of trading, in local time. */
  public record Block(LocalTime start, LocalTime end) {
    public Block {
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException(
            "expected a start before the end, found " + start + "-" + end);
      }
    }
  }

  public TradingHours {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("expected hours such as 09:00-17:30, found none");
    }
    for (int i = 1; i < blocks.size(); i++) {
      if (blocks.get(i).start().isBefore(blocks.get(i - 1).end())) {
        throw new IllegalArgumentException("expected hours in order, found " + blocks);
      }
    }
    if (minutesToClosingPrice < 0 || minutesToClosingPrice > CLOSING_MINUTES_MAX) {
      throw new IllegalArgumentException(
          "expected 0 to %d minutes to the closing price, found %d"
              .formatted(CLOSING_MINUTES_MAX, minutesToClosingPrice));
    }
  }

  /** The session of a date, cut at an early close. */
  MarketDay.Session session(LocalDate date, ZoneId zone, @Nullable EarlyClose early) {
    List<MarketDay.Block> cut = new ArrayList<>();
    LocalTime last = early == null ? LocalTime.MAX : early.close();
    for (Block block : blocks) {
      LocalTime end = block.end().isBefore(last) ? block.end() : last;
      if (block.start().isBefore(end)) {
        cut.add(new MarketDay.Block(instant(date, block.start(), zone), instant(date, end, zone)));
      }
    }
    Instant priceAt = cut.getLast().end().plusSeconds(60L * minutesToClosingPrice);
    return new MarketDay.Session(date, cut, priceAt, early == null ? null : early.name());
  }

  private static Instant instant(LocalDate date, LocalTime time, ZoneId zone) {
    return date.atTime(time).atZone(zone).toInstant();
  }
}
