package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Market;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists corporate actions a page at a time. */
final class ActionListing {
  private static final Comparator<CorporateAction> ORDER =
      Comparator.comparing(CorporateAction::exDate)
          .thenComparing(CorporateAction::isin)
          .thenComparing(action -> action.kind().name());

  private final Market market;
  private final ActionQuery query;
  private final Instant now;
  private final List<CorporateAction> actions = new ArrayList<>();
  private final List<Absent> absent = new ArrayList<>();

  private ActionListing(Market market, ActionQuery query, Instant now) {
    this.market = market;
    this.query = query;
    this.now = now;
  }

  static ActionPage list(Market market, ActionQuery query, Instant now) {
    ActionListing listing = new ActionListing(market, query, now);
    if (query.isins().isEmpty()) {
      market.securities().stream()
          .filter(security -> !listing.hasThemInItsPrices(security))
          .forEach(listing::add);
    } else {
      query.isins().stream().distinct().forEach(listing::addNamed);
    }
    return listing.page();
  }

  private void addNamed(Isin isin) {
    Optional<Security> security = market.security(isin);
    if (security.isEmpty()) {
      absent.add(new Absent(isin.value(), "no security " + isin + " is in the universe"));
    } else if (hasThemInItsPrices(security.get())) {
      absent.add(
          new Absent(
              isin.value(),
              "its prices are TOTAL_RETURN: dividends and splits are worked into them already"));
    } else {
      add(security.get());
    }
  }

  private boolean hasThemInItsPrices(Security security) {
    return market
        .bars(security, now, 1)
        .map(BarSeries::basis)
        .filter(basis -> basis == PriceBasis.TOTAL_RETURN)
        .isPresent();
  }

  private void add(Security security) {
    for (CorporateAction action : market.actions(security, now)) {
      if (!action.exDate().isBefore(query.from()) && !action.exDate().isAfter(query.to())) {
        actions.add(action);
      }
    }
  }

  private ActionPage page() {
    String after = query.after();
    actions.sort(ORDER);
    List<CorporateAction> rest =
        actions.stream()
            .filter(action -> after == null || key(action).compareTo(after) > 0)
            .limit(query.limit() + 1L)
            .toList();
    boolean more = rest.size() > query.limit();
    List<CorporateAction> page = more ? rest.subList(0, query.limit()) : rest;
    return new ActionPage(
        page, after == null ? absent : List.of(), more ? key(page.getLast()) : null);
  }

  /** Texts of it sort as {@link #ORDER} does: dates of four-digit years, fixed-length ISINs. */
  private static String key(CorporateAction action) {
    return "%s/%s/%s".formatted(action.exDate(), action.isin(), action.kind());
  }
}
