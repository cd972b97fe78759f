package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.universe.model.facts.FactValues;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.store.UniverseStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How facts about securities enter the store, by a person or by a source. */
final class SecurityFacts {
  private SecurityFacts() {}

  /**
   * Takes what a source says about a security; what people corrected stays in force. A problem when
   * the facts cannot stand.
   */
  static Optional<Problem> offer(UniverseStore.Change change, Security told, String source) {
    Optional<SecuritySheet> stored = change.sheet(told.isin());
    if (stored.isPresent() && isOtherUnitByHand(stored.get(), told)) {
      return Optional.of(
          otherUnit(stored.get(), told.quoteUnit().code(), "as it was corrected by hand"));
    }
    SecuritySheet before = stored.orElseGet(() -> SecuritySheet.empty(told.isin()));
    return store(change, stored, before.offer(FactValues.of(told), source, change.now()));
  }

  /**
   * Prices that come with such facts are counted in the source's unit, not in the corrected one.
   */
  private static boolean isOtherUnitByHand(SecuritySheet stored, Security told) {
    return stored.isByHand(SecurityField.QUOTE_UNIT)
        && !stored.value(SecurityField.QUOTE_UNIT).equals(Optional.of(told.quoteUnit().code()));
  }

  /** Stores a sheet where it differs from the stored one; a problem when it cannot stand. */
  static Optional<Problem> store(
      UniverseStore.Change change, Optional<SecuritySheet> before, SecuritySheet after) {
    if (before.equals(Optional.of(after))) {
      return Optional.empty();
    }
    Optional<Problem> refusal = refusal(change, before, after);
    if (refusal.isEmpty()) {
      change.put(after);
      tell(change, before, after);
    }
    return refusal;
  }

  private static Optional<Problem> refusal(
      UniverseStore.Change change, Optional<SecuritySheet> before, SecuritySheet after) {
    List<SecurityField> missing = after.missing();
    if (!missing.isEmpty()) {
      return Optional.of(missing(after, missing));
    }
    Security security = after.security();
    Optional<Security> listed = change.listed(security.exchange(), security.symbol());
    if (listed.isPresent() && !listed.get().isin().equals(security.isin())) {
      return Optional.of(taken(security, listed.get().isin()));
    }
    if (before.isPresent() && hasOtherUnit(before.get(), after) && hasPrices(change, after)) {
      return Optional.of(
          otherUnit(
              before.get(), security.quoteUnit().code(), "in which its stored prices are counted"));
    }
    return symbolTaken(change, after).or(() -> aliasTaken(change, after));
  }

  private static boolean hasOtherUnit(SecuritySheet before, SecuritySheet after) {
    return !before.value(SecurityField.QUOTE_UNIT).equals(after.value(SecurityField.QUOTE_UNIT));
  }

  private static boolean hasPrices(UniverseStore.Change change, SecuritySheet sheet) {
    return change.bars(sheet.isin()).isPresent();
  }

  private static Problem missing(SecuritySheet sheet, List<SecurityField> fields) {
    return UniverseReason.FACT_MISSING.problem(
        "expected %s of %s, found no source that knows\nMaybe give %s yourself."
            .formatted(names(fields), sheet.isin(), fields.size() == 1 ? "it" : "them"));
  }

  private static String names(List<SecurityField> fields) {
    return fields.stream().map(SecurityField::name).collect(Collectors.joining(", "));
  }

  private static Problem taken(Security security, Isin standing) {
    return UniverseReason.LISTING_TAKEN.problem(
        "expected %s for %s at %s as stored, found %s\nMaybe correct the ISIN of the new facts."
            .formatted(standing, security.symbol(), security.exchange(), security.isin()));
  }

  /** Stored prices would silently mean something else, such as a hundred times as much. */
  private static Problem otherUnit(SecuritySheet stored, String found, String why) {
    return UniverseReason.QUOTE_UNIT_FIXED.problem(
        "expected quote unit %s of %s, %s, found %s"
            .formatted(
                stored.value(SecurityField.QUOTE_UNIT).orElse("-"),
                stored.value(SecurityField.SYMBOL).orElse(stored.isin().value()),
                why,
                found));
  }

  private static Optional<Problem> symbolTaken(UniverseStore.Change change, SecuritySheet sheet) {
    for (SecurityField field : sheet.details().facts().stream().map(SecurityFact::field).toList()) {
      Optional<String> symbol = sheet.value(field);
      if (!field.isSymbolElsewhere() || symbol.isEmpty()) {
        continue;
      }
      for (Isin other : change.stating(field, symbol.get())) {
        boolean inForce = change.sheet(other).flatMap(s -> s.value(field)).equals(symbol);
        if (!other.equals(sheet.isin()) && inForce) {
          return Optional.of(
              UniverseReason.SYMBOL_TAKEN.problem(
                  "expected a %s that no other security has, found %s, which is that of %s"
                      .formatted(field, symbol.get(), other)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> aliasTaken(UniverseStore.Change change, SecuritySheet sheet) {
    for (String alias : sheet.aliases().keySet()) {
      Optional<Isin> other = change.ofAlias(alias).filter(isin -> !isin.equals(sheet.isin()));
      if (other.isPresent()) {
        return Optional.of(
            UniverseReason.ALIAS_TAKEN.problem(
                "expected an alias that no other security has, found %s, which stands for %s"
                    .formatted(alias, other.get())));
      }
    }
    return Optional.empty();
  }

  private static void tell(
      UniverseStore.Change change, Optional<SecuritySheet> before, SecuritySheet after) {
    String kind = "SECURITY_CORRECTED";
    String verb = "was corrected";
    boolean removed = after.removal() != null;
    boolean removedBefore = before.map(sheet -> sheet.removal() != null).orElse(false);
    if (before.isEmpty()) {
      kind = "SECURITY_ADDED";
      verb = "was added";
    } else if (removed && !removedBefore) {
      kind = "SECURITY_REMOVED";
      verb = "was removed";
    } else if (!removed && removedBefore) {
      kind = "SECURITY_RESTORED";
      verb = "came back";
    }
    Security security = after.security();
    change.tell(
        kind,
        "%s (%s) %s".formatted(security.symbol(), security.name(), verb),
        Map.of("isin", security.isin().value(), "symbol", security.symbol()));
  }
}
