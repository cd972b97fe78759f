package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.model.Books;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Follows an account from its first entry, valuing every day (UTC) of a period. */
final class HistoryWalk {
  private HistoryWalk() {}

  /**
   * The days of a period. An account that begins in it begins with the day before its first entry,
   * worth nothing.
   *
   * @return empty when there is no entry by the period's end
   */
  static List<WalkedDay> days(
      Collection<BrokerMovement> movements, MarketHistory market, LocalDate from, LocalDate to) {
    List<BrokerMovement> counting = Books.counting(movements);
    if (counting.isEmpty() || dateOf(counting.getFirst()).isAfter(to)) {
      return List.of();
    }
    LocalDate eve = dateOf(counting.getFirst()).minusDays(1);
    LocalDate first = from.isBefore(eve) ? eve : from;
    DayBook book = new DayBook(market, SplitFactors.of(counting));
    book.begin(first);
    List<WalkedDay> days = new ArrayList<>();
    int next = 0;
    for (LocalDate day = first; !day.isAfter(to); day = day.plusDays(1)) {
      Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      if (day.isAfter(first)) {
        book.begin(day);
      }
      while (next < counting.size() && counting.get(next).at().isBefore(end)) {
        MovementEffects.apply(counting.get(next), book);
        next++;
        if (dateOf(counting.get(next - 1)).isBefore(first)) {
          book.begin(first);
        }
      }
      days.add(book.end());
    }
    return days;
  }

  private static LocalDate dateOf(BrokerMovement movement) {
    return movement.at().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
