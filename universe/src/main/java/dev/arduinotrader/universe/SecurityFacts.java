package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.universe.store.UniverseStore;
import java.util.Map;
import java.util.Optional;

/** How securities enter the store, by a command of their own or by an import. */
final class SecurityFacts {
  private SecurityFacts() {}

  /** Puts the facts where they differ from what is stored; a problem when they cannot stand. */
  static Optional<Problem> put(UniverseStore.Change change, Security security) {
    Optional<Security> listed = change.listed(security.exchange(), security.symbol());
    if (listed.isPresent() && !listed.get().isin().equals(security.isin())) {
      return Optional.of(taken(security, listed.get().isin()));
    }
    Optional<Security> stored = change.security(security.isin());
    if (stored.isEmpty()) {
      change.put(security);
      change.tell(
          "SECURITY_ADDED",
          security.symbol() + " (" + security.name() + ") was added",
          Map.of("isin", security.isin().value(), "symbol", security.symbol()));
    } else if (!stored.get().equals(security)) {
      if (!stored.get().quoteUnit().equals(security.quoteUnit())
          && change.bars(security.isin()).isPresent()) {
        return Optional.of(otherUnit(security, stored.get()));
      }
      change.put(security);
      change.tell(
          "SECURITY_CORRECTED",
          security.symbol() + " (" + security.name() + ") was corrected",
          Map.of("isin", security.isin().value(), "symbol", security.symbol()));
    }
    return Optional.empty();
  }

  private static Problem taken(Security security, Isin standing) {
    return UniverseReason.LISTING_TAKEN.problem(
        "expected %s for %s at %s as stored, found %s\nMaybe correct the ISIN of the new facts."
            .formatted(standing, security.symbol(), security.exchange(), security.isin()));
  }

  /** Stored prices would silently mean something else, such as a hundred times as much. */
  private static Problem otherUnit(Security security, Security stored) {
    return UniverseReason.QUOTE_UNIT_FIXED.problem(
        "expected quote unit %s of %s, in which its stored prices are counted, found %s"
            .formatted(stored.quoteUnit(), security.symbol(), security.quoteUnit()));
  }
}
