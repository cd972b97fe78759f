package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.model.Appraiser;
import dev.arduinotrader.portfolio.model.Entitlements;
import dev.arduinotrader.portfolio.model.Market;
import dev.arduinotrader.portfolio.model.Valuation;
import dev.arduinotrader.portfolio.store.AccountState;
import dev.arduinotrader.portfolio.store.PortfolioStore;
import dev.arduinotrader.universe.CorporateAction;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Sees the market with the corporate actions that are under way, and values books on it. */
final class Appraisals {
  private final PortfolioStore store;
  private final MarketReader market;

  Appraisals(PortfolioStore store, MarketReader market) {
    this.store = store;
    this.market = market;
  }

  /** A market and what the books are worth on it. */
  record Appraised(Market market, Valuation valuation, List<Entitlement> entitlements) {}

  /** The books' value, from the securities held and lately traded. */
  Result<Appraised> held(CallContext context, AccountState state, OpenExposure exposure) {
    return of(context, state, exposure, heldOrTraded(state)::contains);
  }

  /** The books' value, with the facts of more securities. */
  Result<Appraised> heldAnd(CallContext context, AccountState state, Set<Isin> more) {
    Set<Isin> wanted = heldOrTraded(state);
    wanted.addAll(more);
    return of(context, state, OpenExposure.NONE, wanted::contains);
  }

  /** The books' value, from the securities wanted. */
  Result<Appraised> of(
      CallContext context, AccountState state, OpenExposure exposure, Predicate<Isin> wanted) {
    return market
        .read(
            context,
            state.account().baseCurrency(),
            wanted,
            heldOrTraded(state),
            Appraiser.currencies(state.books(), exposure))
        .then(
            seen ->
                entitlements(context, state)
                    .map(
                        entitlements -> {
                          Market with = seen.with(entitlements);
                          Instant now = context.decisionTime();
                          return new Appraised(
                              with,
                              Appraiser.appraise(state.books(), exposure, with, now),
                              entitlements);
                        }));
  }

  private static Set<Isin> heldOrTraded(AccountState state) {
    Set<Isin> held = new HashSet<>(state.books().quantities().keySet());
    held.addAll(state.books().latestTraded());
    return held;
  }

  private Result<List<Entitlement>> entitlements(CallContext context, AccountState state) {
    List<Isin> held = state.books().everHeld().stream().sorted().toList();
    return market
        .actions(context, held)
        .map(
            (List<CorporateAction> actions) ->
                actions.isEmpty()
                    ? List.of()
                    : Entitlements.of(
                        actions,
                        store.movements(state.account().accountId()),
                        context.decisionTime()));
  }
}
