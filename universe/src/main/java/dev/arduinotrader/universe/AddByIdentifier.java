package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The wish that the universe holds the security of this identifier.
 *
 * @param identifier an ISIN, a symbol or an alias
 * @param facts what the person knows of it; needed where neither the store nor a source knows it
 * @param dryRun true to be told the outcome without storing it
 */
public record AddByIdentifier(
    CommandId commandId,
    String identifier,
    SortedMap<SecurityField, String> facts,
    boolean dryRun) {
  public AddByIdentifier {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** The wish without any facts of the person's own. */
  public static AddByIdentifier of(CommandId commandId, String identifier) {
    return new AddByIdentifier(commandId, identifier, new TreeMap<>(Map.of()), false);
  }
}
