package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.store.UniverseStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the securities that files name, while a change is under way. */
final class NamedSecurities {
  private final UniverseStore.Change change;

  NamedSecurities(UniverseStore.Change change) {
    this.change = change;
  }

  /** The one security in the universe of this ISIN, symbol or alias. */
  Optional<Security> find(String name) {
    List<Isin> named =
        Stream.of(isin(name).stream(), symbol(name), change.ofAlias(name).stream())
            .flatMap(isins -> isins)
            .distinct()
            .filter(isin -> change.sheet(isin).filter(s -> s.removal() == null).isPresent())
            .toList();
    return named.size() == 1 ? change.security(named.getFirst()) : Optional.empty();
  }

  private static Optional<Isin> isin(String text) {
    try {
      return Optional.of(Isin.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Stream<Isin> symbol(String text) {
    return change.stating(SecurityField.SYMBOL, text).stream()
        .filter(
            isin ->
                change
                    .sheet(isin)
                    .flatMap(sheet -> sheet.value(SecurityField.SYMBOL))
                    .equals(Optional.of(text)));
  }
}
