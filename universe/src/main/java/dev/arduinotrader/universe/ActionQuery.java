package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which corporate actions to list: those known at the decision time.
 *
 * @param isins at most 5,000; empty for the whole universe
 * @param from the first ex-date wanted
 * @param to the last ex-date wanted, not before {@code from}
 * @param after {@link ActionPage#next} of the page before; null for the first page
 * @param limit actions on the page, 1 to 1,000
 */
public record ActionQuery(
    List<Isin> isins, LocalDate from, LocalDate to, @Nullable String after, int limit) {
  public static final int LIMIT_MAX = 1_000;

  public ActionQuery {
    isins = List.copyOf(isins);
  }

  /** The first page of everything between two ex-dates, as long as pages get. */
  public static ActionQuery between(LocalDate from, LocalDate to) {
    return new ActionQuery(List.of(), from, to, null, LIMIT_MAX);
  }
}
