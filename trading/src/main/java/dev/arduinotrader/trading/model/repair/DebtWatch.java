package dev.arduinotrader.trading.model.repair;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which currencies the broker has said to be below zero, and in how many good readings in a row. A
 * reading that failed is none: it neither counts nor resets.
 *
 * @param readAt of the last good reading; null before the first
 * @param once below zero in the last good reading
 * @param twice below zero in the last two
 */
public record DebtWatch(@Nullable Instant readAt, Set<Currency> once, Set<Currency> twice) {
  /** Nothing has been read. */
  public static final DebtWatch UNREAD = new DebtWatch(null, Set.of(), Set.of());

  public DebtWatch {
    once = Set.copyOf(once);
    twice = Set.copyOf(twice);
  }

  /**
   * The state after a good reading; the same one for a reading that is not newer than the last.
   *
   * @param cash all that the broker says, a currency without an entry has none
   */
  public DebtWatch read(Instant at, List<Money> cash) {
    if (readAt != null && !at.isAfter(readAt)) {
      return this;
    }
    Set<Currency> owed = new TreeSet<>();
    cash.stream().filter(Money::isNegative).forEach(money -> owed.add(money.currency()));
    Set<Currency> again = new TreeSet<>(owed);
    again.retainAll(once);
    return new DebtWatch(at, owed, again);
  }
}
