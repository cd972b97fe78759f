package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.RecordedAction;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How corporate actions enter the store, whoever announces them. */
final class ActionStoring {
  private ActionStoring() {}

  /**
   * Notes the actions of one security that a source announces; what it said before in the same
   * words is left alone, other words correct it from now on.
   *
   * @return a problem, ACTION_IN_PRICES, when the prices that decide have them worked in already
   */
  static Optional<Problem> put(
      UniverseStore.Change change, List<CorporateAction> actions, Instant now) {
    if (actions.isEmpty()) {
      return Optional.empty();
    }
    Optional<BarSeries> trading = change.bars(actions.getFirst().isin());
    if (trading.isPresent() && trading.get().basis() == PriceBasis.TOTAL_RETURN) {
      return Optional.of(inPrices(actions.getFirst(), trading.get()));
    }
    for (CorporateAction action : actions) {
      Optional<RecordedAction> before = saidLast(change, action);
      boolean same =
          before.isPresent()
              && !before.get().withdrawn()
              && before.get().action().sameTerms(action);
      if (!same) {
        change.putAction(new RecordedAction(before.isEmpty() ? action : at(action, now), false));
      }
    }
    return Optional.empty();
  }

  /** Notes that a source no longer stands by an action, from now on. */
  static void withdraw(UniverseStore.Change change, CorporateAction action, Instant now) {
    Optional<RecordedAction> before = saidLast(change, action);
    if (before.isPresent() && !before.get().withdrawn()) {
      change.putAction(new RecordedAction(at(action, now), true));
    }
  }

  private static Optional<RecordedAction> saidLast(
      UniverseStore.Change change, CorporateAction action) {
    String source = SourceRanking.name(action.announcement().source());
    return change.actions(action.isin()).stream()
        .filter(one -> one.action().kind() == action.kind())
        .filter(one -> one.action().exDate().equals(action.exDate()))
        .filter(one -> SourceRanking.name(one.action().announcement().source()).equals(source))
        .max(Comparator.comparing(one -> one.action().announcement().knownAt()));
  }

  private static CorporateAction at(CorporateAction action, Instant now) {
    return action.announcedBy(
        new CorporateAction.Announcement(action.announcement().source(), now));
  }

  private static Problem inPrices(CorporateAction action, BarSeries trading) {
    return UniverseReason.ACTION_IN_PRICES.problem(
        "expected prices of %s without dividends and splits in them, found %s from %s"
                .formatted(action.isin(), trading.basis(), trading.source())
            + "\nMaybe put a source of raw prices first: trader universe sources order.");
  }
}
