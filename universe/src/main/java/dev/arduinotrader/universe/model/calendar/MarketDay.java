package dev.arduinotrader.universe.model.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one date is at an exchange: a session, a day without one, or a day nobody knows of. */
public sealed interface MarketDay {
  /** The date at the exchange. */
  LocalDate date();

  /**
   * A day of trading.
   *
   * @param blocks the times of trading, in order; a lunch break lies between two of them
   * @param priceAt when the day's close is known: the end of the closing auction
   * @param shortenedBy why the day ends early; null for an ordinary one
   */
  record Session(LocalDate date, List<Block> blocks, Instant priceAt, @Nullable String shortenedBy)
      implements MarketDay {
    public Session {
      blocks = List.copyOf(blocks);
      if (blocks.isEmpty() || priceAt.isBefore(blocks.getLast().end())) {
        throw new IllegalArgumentException(
            "expected trading before the close is known, found %s and %s"
                .formatted(blocks, priceAt));
      }
    }

    /** When trading begins. */
    public Instant open() {
      return blocks.getFirst().start();
    }

    /** When trading ends. */
    public Instant close() {
      return blocks.getLast().end();
    }
  }

  /** A time of trading without a break: start included, end not. */
  record Block(Instant start, Instant end) {
    public Block {
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException(
            "expected a start before the end, found %s and %s".formatted(start, end));
      }
    }
  }

  /**
   * A day without trading.
   *
   * @param reason the holiday's name, or "weekend"
   */
  record Closed(LocalDate date, String reason) implements MarketDay {}

  /**
   * A day outside the time that the rules were made for: no order may count on it.
   *
   * @param reason one sentence for a person
   */
  record Unknown(LocalDate date, String reason) implements MarketDay {}
}
