package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.model.facts.FactValues;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a person brings a security into the universe. */
final class SecurityAdditions {
  private SecurityAdditions() {}

  /** Adds a security with all its facts, or corrects those that differ. */
  static Result<SecuritySheet> put(UniverseStore.Change change, Security security, String actor) {
    Optional<SecuritySheet> before = change.sheet(security.isin());
    SecuritySheet sheet = before.orElseGet(() -> SecuritySheet.empty(security.isin()));
    return stored(change, before, corrected(sheet, FactValues.of(security), actor, change.now()));
  }

  /** Corrects what differs, and brings a removed security back. */
  private static SecuritySheet corrected(
      SecuritySheet sheet, Map<SecurityField, String> facts, String actor, Instant now) {
    SecuritySheet changed = sheet.withRemoval(null);
    for (Map.Entry<SecurityField, String> fact : facts.entrySet()) {
      if (!sheet.value(fact.getKey()).equals(Optional.of(fact.getValue()))) {
        changed = changed.correct(fact.getKey(), fact.getValue(), actor, now);
      }
    }
    return changed;
  }

  private static Result<SecuritySheet> stored(
      UniverseStore.Change change, Optional<SecuritySheet> before, SecuritySheet after) {
    Optional<Problem> refusal = SecurityFacts.store(change, before, after);
    return refusal.isPresent() ? Result.failure(refusal.get()) : Result.success(after);
  }

  /**
   * Adds the security of an identifier.
   *
   * @param known the securities that the identifier stands for already
   * @param found what a source says, empty when none knows it
   * @param facts in their one spelling
   */
  static Result<SecuritySheet> add(
      UniverseStore.Change change,
      String identifier,
      List<SecurityDetails> known,
      Optional<SecurityLookup.Found> found,
      Map<SecurityField, String> facts,
      String actor) {
    if (known.size() > 1) {
      return UniverseReason.IDENTIFIER_AMBIGUOUS.failure(
          "expected %s to mean one security, found %s\nMaybe give its ISIN."
              .formatted(identifier, isins(known)));
    }
    Optional<Isin> isin =
        known.stream()
            .findFirst()
            .map(details -> details.security().isin())
            .or(() -> found.map(SecurityLookup.Found::isin))
            .or(() -> isin(identifier))
            .or(() -> privateCode(identifier, facts));
    if (isin.isEmpty()) {
      return CommonReason.NOT_FOUND.failure(
          "expected an ISIN, or a symbol that is stored or that a source knows, found '%s'"
                  .formatted(identifier)
              + "\nMaybe add it by its ISIN, or give its exchange for a private code.");
    }
    Optional<SecuritySheet> before = change.sheet(isin.get());
    SecuritySheet sheet = before.orElseGet(() -> SecuritySheet.empty(isin.get()));
    if (found.isPresent() && known.isEmpty()) {
      sheet = sheet.offer(found.get().facts(), found.get().source(), change.now());
    }
    return stored(
        change, before, corrected(withDefaults(sheet, facts), facts, actor, change.now()));
  }

  /** As an import makes one for a security whose file leaves the ISIN blank. */
  private static Optional<Isin> privateCode(String symbol, Map<SecurityField, String> facts) {
    return Optional.ofNullable(facts.get(SecurityField.EXCHANGE))
        .filter(exchange -> symbol.equals(facts.get(SecurityField.SYMBOL)))
        .map(exchange -> Isin.privateCode(exchange, symbol));
  }

  /** A security that nobody says otherwise of can be traded. */
  private static SecuritySheet withDefaults(SecuritySheet sheet, Map<SecurityField, String> facts) {
    return sheet.value(SecurityField.TRADABLE).isPresent()
            || facts.containsKey(SecurityField.TRADABLE)
        ? sheet
        : sheet.offer(Map.of(SecurityField.TRADABLE, "true"), "default", null);
  }

  private static String isins(List<SecurityDetails> known) {
    return known.stream()
        .map(details -> details.security().isin() + " at " + details.security().exchange())
        .collect(Collectors.joining(", "));
  }

  static Optional<Isin> isin(String text) {
    try {
      return Optional.of(Isin.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
