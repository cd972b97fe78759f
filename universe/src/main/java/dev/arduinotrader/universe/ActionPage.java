package dev.arduinotrader.universe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Corporate actions by ex-date, then ISIN, then kind; at most one of each.
 *
 * @param absent securities asked for by name of which none can be listed, such as those whose
 *     prices have dividends and splits worked in already; on the first page only
 * @param next what to ask for next as {@code after}, null on the last page
 */
public record ActionPage(
    List<CorporateAction> actions, List<Absent> absent, @Nullable String next) {
  public ActionPage {
    actions = List.copyOf(actions);
    absent = List.copyOf(absent);
  }
}
