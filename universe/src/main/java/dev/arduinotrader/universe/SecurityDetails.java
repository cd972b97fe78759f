package dev.arduinotrader.universe;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about a security but its prices.
 *
 * @param security the facts in force; not tradable while it is removed
 * @param facts each with its origin, in the order of their fields
 * @param aliases in the order of their text
 * @param removal null while the security is in the universe
 */
public record SecurityDetails(
    Security security,
    List<SecurityFact> facts,
    List<SecurityAlias> aliases,
    @Nullable Removal removal) {
  public SecurityDetails {
    facts = List.copyOf(facts);
    aliases = List.copyOf(aliases);
  }

  /** The value of a field in force; empty when there is none. */
  public Optional<String> value(SecurityField field) {
    return facts.stream()
        .filter(fact -> fact.field().equals(field))
        .findFirst()
        .flatMap(fact -> Optional.ofNullable(fact.value()));
  }
}
