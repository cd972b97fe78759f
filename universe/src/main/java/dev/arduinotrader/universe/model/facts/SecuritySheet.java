package dev.arduinotrader.universe.model.facts;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Removal;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityAlias;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityFact;
import dev.arduinotrader.universe.SecurityField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All statements about one security: what the sources say, and what people say instead.
 *
 * @param offered by the sources
 * @param corrected by people; wins over what is offered
 * @param aliases by their text
 * @param removal null while the security is in the universe
 */
public record SecuritySheet(
    Isin isin,
    SortedMap<SecurityField, Stated> offered,
    SortedMap<SecurityField, Stated> corrected,
    SortedMap<String, SecurityAlias> aliases,
    @Nullable Removal removal) {
  public SecuritySheet {
    offered = Collections.unmodifiableSortedMap(new TreeMap<>(offered));
    corrected = Collections.unmodifiableSortedMap(new TreeMap<>(corrected));
    aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
  }

  /** A security of which nothing is known yet. */
  public static SecuritySheet empty(Isin isin) {
    return new SecuritySheet(isin, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), null);
  }

  /** The value in force; empty when there is none. */
  public Optional<String> value(SecurityField field) {
    Stated stated = corrected.containsKey(field) ? corrected.get(field) : offered.get(field);
    return stated == null ? Optional.empty() : Optional.ofNullable(stated.value());
  }

  public boolean isByHand(SecurityField field) {
    return corrected.containsKey(field);
  }

  /**
   * The sheet after a source told these facts. A value that the source does not know leaves what
   * was offered before, and an unchanged value keeps its origin.
   */
  public SecuritySheet offer(
      Map<SecurityField, String> facts, String source, @Nullable Instant at) {
    SortedMap<SecurityField, Stated> changed = new TreeMap<>(offered);
    facts.forEach(
        (field, value) -> {
          Stated before = offered.get(field);
          if (before == null || !value.equals(before.value())) {
            changed.put(field, new Stated(value, source, at));
          }
        });
    return new SecuritySheet(isin, changed, corrected, aliases, removal);
  }

  /** The sheet after a source told facts that count only where no other source and nobody did. */
  public SecuritySheet fill(Map<SecurityField, String> facts, String source, @Nullable Instant at) {
    SortedMap<SecurityField, String> wanted = new TreeMap<>();
    facts.forEach(
        (field, value) -> {
          Stated before = offered.get(field);
          if (before == null || before.value() == null || before.by().equals(source)) {
            wanted.put(field, value);
          }
        });
    return offer(wanted, source, at);
  }

  /** The sheet after a person stated a value, null for none. */
  public SecuritySheet correct(
      SecurityField field, @Nullable String value, String actor, Instant at) {
    SortedMap<SecurityField, Stated> changed = new TreeMap<>(corrected);
    changed.put(field, new Stated(value, actor, at));
    return new SecuritySheet(isin, offered, changed, aliases, removal);
  }

  /** The sheet with a field given back to what the sources say. */
  public SecuritySheet reset(SecurityField field) {
    SortedMap<SecurityField, Stated> changed = new TreeMap<>(corrected);
    changed.remove(field);
    return new SecuritySheet(isin, offered, changed, aliases, removal);
  }

  public SecuritySheet withAlias(SecurityAlias alias) {
    SortedMap<String, SecurityAlias> changed = new TreeMap<>(aliases);
    changed.putIfAbsent(alias.text(), alias);
    return new SecuritySheet(isin, offered, corrected, changed, removal);
  }

  public SecuritySheet withoutAlias(String text) {
    SortedMap<String, SecurityAlias> changed = new TreeMap<>(aliases);
    changed.remove(text);
    return new SecuritySheet(isin, offered, corrected, changed, removal);
  }

  /** Null brings the security back. */
  public SecuritySheet withRemoval(@Nullable Removal other) {
    return new SecuritySheet(isin, offered, corrected, aliases, other);
  }

  public SecuritySheet withIsin(Isin other) {
    return new SecuritySheet(other, offered, corrected, aliases, removal);
  }

  /** Fields that a security cannot do without and that nobody stated. */
  public List<SecurityField> missing() {
    return SecurityField.fixed().stream()
        .filter(field -> !field.mayBeAbsent() && value(field).isEmpty())
        .toList();
  }

  /** The security of these facts; throws {@link IllegalStateException} when one is missing. */
  public Security security() {
    QuoteUnit unit = QuoteUnit.of(need(SecurityField.QUOTE_UNIT));
    return new Security(
        isin,
        need(SecurityField.SYMBOL),
        need(SecurityField.NAME),
        ProductType.valueOf(need(SecurityField.PRODUCT_TYPE)),
        value(SecurityField.COUNTRY).orElse(null),
        value(SecurityField.INDUSTRY).orElse(null),
        need(SecurityField.EXCHANGE),
        unit,
        Lot.of(need(SecurityField.LOT)),
        value(SecurityField.TICK).map(tick -> Price.of(tick, unit)).orElse(null),
        removal == null && Boolean.parseBoolean(need(SecurityField.TRADABLE)),
        false);
  }

  private String need(SecurityField field) {
    return value(field)
        .orElseThrow(() -> new IllegalStateException("expected a " + field + " of " + isin));
  }

  /** The security with the origin of each fact. */
  public SecurityDetails details() {
    TreeSet<SecurityField> fields = new TreeSet<>(offered.keySet());
    fields.addAll(corrected.keySet());
    List<SecurityFact> facts = new ArrayList<>();
    for (SecurityField field : fields) {
      Stated source = offered.get(field);
      Stated hand = corrected.get(field);
      if (hand != null) {
        String instead = source == null ? null : source.value();
        facts.add(new SecurityFact(field, hand.value(), hand.by(), hand.at(), true, instead));
      } else if (source != null) {
        facts.add(new SecurityFact(field, source.value(), source.by(), source.at(), false, null));
      }
    }
    return new SecurityDetails(security(), facts, List.copyOf(aliases.values()), removal);
  }
}
