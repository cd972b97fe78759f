package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.store.UniverseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a person corrects the facts of a security that is there. */
final class SecurityEdits {
  private SecurityEdits() {}

  /** Everything that is wrong with an edit whatever it is an edit of. */
  static List<Fault> faults(SecurityEdit edit) {
    List<Fault> faults = new ArrayList<>();
    if (edit.isEmpty()) {
      faults.add(new Fault("edit", "expected at least one change, found none"));
    }
    edit.set().forEach((field, value) -> FactSpelling.fault(field, value).ifPresent(faults::add));
    for (SecurityField field : edit.cleared()) {
      if (!field.mayBeAbsent()) {
        faults.add(new Fault(field.name(), "a security cannot be without it"));
      }
      if (edit.set().containsKey(field)) {
        faults.add(new Fault(field.name(), "expected it to be set or cleared, found both"));
      }
    }
    for (SecurityField field : edit.reset()) {
      if (edit.set().containsKey(field) || edit.cleared().contains(field)) {
        faults.add(new Fault(field.name(), "expected it to be changed or reset, found both"));
      }
    }
    edit.aliasesAdded().stream()
        .filter(alias -> alias.isBlank() || alias.length() > 200)
        .forEach(
            alias ->
                faults.add(
                    new Fault("alias", "expected 1 to 200 characters, found '" + alias + "'")));
    return faults;
  }

  /** Makes an edit whose facts are well written; a problem when its outcome cannot stand. */
  static Result<SecuritySheet> apply(
      UniverseStore.Change change, SecuritySheet stored, SecurityEdit edit, String actor) {
    Isin isin = edit.isin();
    if (isin == null || isin.equals(stored.isin())) {
      return edited(change, stored, edit, actor);
    }
    return moved(change, stored, isin, actor).then(sheet -> edited(change, sheet, edit, actor));
  }

  private static Result<SecuritySheet> edited(
      UniverseStore.Change change, SecuritySheet stored, SecurityEdit edit, String actor) {
    SecuritySheet sheet = stored;
    for (Map.Entry<SecurityField, String> set : edit.set().entrySet()) {
      String value = FactSpelling.normal(set.getKey(), set.getValue());
      sheet = sheet.correct(set.getKey(), value, actor, change.now());
    }
    for (SecurityField field : edit.cleared()) {
      sheet = sheet.correct(field, null, actor, change.now());
    }
    for (SecurityField field : edit.reset()) {
      sheet = sheet.reset(field);
    }
    for (String alias : edit.aliasesAdded()) {
      sheet = sheet.withAlias(new SecurityAlias(alias.strip(), actor, change.now()));
    }
    for (String alias : edit.aliasesRemoved()) {
      if (!sheet.aliases().containsKey(alias)) {
        return Result.failure(
            Problem.invalid(
                "alias",
                "expected one of %s, found '%s'".formatted(sheet.aliases().keySet(), alias)));
      }
      sheet = sheet.withoutAlias(alias);
    }
    SecuritySheet after = sheet;
    Optional<Problem> refusal = SecurityFacts.store(change, Optional.of(stored), after);
    return refusal.isPresent() ? Result.failure(refusal.get()) : Result.success(after);
  }

  /** Moves everything stored to the real ISIN; the private one stays as an alias. */
  private static Result<SecuritySheet> moved(
      UniverseStore.Change change, SecuritySheet stored, Isin isin, String actor) {
    if (!stored.isin().isPrivate() || isin.isPrivate()) {
      return UniverseReason.ISIN_FIXED.failure(
          "expected a private code (ZZ...) to be replaced by a real ISIN, found %s and %s"
              .formatted(stored.isin(), isin));
    }
    Optional<Isin> standing =
        change.sheet(isin).map(SecuritySheet::isin).or(() -> change.ofAlias(isin.value()));
    if (standing.isPresent()) {
      return UniverseReason.ISIN_FIXED.failure(
          "expected an ISIN that no security has, found %s, which is in the universe already"
              .formatted(isin));
    }
    change.move(stored.isin(), isin);
    SecuritySheet sheet =
        stored
            .withIsin(isin)
            .withAlias(new SecurityAlias(stored.isin().value(), actor, change.now()));
    change.put(sheet);
    change.tell(
        "SECURITY_ISIN_REPLACED",
        "%s is now %s".formatted(stored.isin(), isin),
        Map.of("from", stored.isin().value(), "isin", isin.value()));
    return Result.success(sheet);
  }
}
