package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes about a security; all of it or nothing.
 *
 * @param set fields and their new values
 * @param cleared fields that the person states to have no value
 * @param reset fields that are given back to what the sources say
 * @param aliasesAdded other names for it
 * @param aliasesRemoved other names it no longer has
 * @param isin the real ISIN in place of a private one; all prices move along, null for no change
 */
public record SecurityEdit(
    SortedMap<SecurityField, String> set,
    List<SecurityField> cleared,
    List<SecurityField> reset,
    List<String> aliasesAdded,
    List<String> aliasesRemoved,
    @Nullable Isin isin) {
  public SecurityEdit {
    set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
    cleared = List.copyOf(cleared);
    reset = List.copyOf(reset);
    aliasesAdded = List.copyOf(aliasesAdded);
    aliasesRemoved = List.copyOf(aliasesRemoved);
  }

  /** An edit that sets these fields and nothing else. */
  public static SecurityEdit setting(Map<SecurityField, String> values) {
    return new SecurityEdit(
        new TreeMap<>(values), List.of(), List.of(), List.of(), List.of(), null);
  }

  /** An edit that gives these fields back to what the sources say. */
  public static SecurityEdit resetting(List<SecurityField> fields) {
    return new SecurityEdit(new TreeMap<>(), List.of(), fields, List.of(), List.of(), null);
  }

  /** An edit that puts the real ISIN in place of a private one. */
  public static SecurityEdit replacingIsin(Isin isin) {
    return new SecurityEdit(new TreeMap<>(), List.of(), List.of(), List.of(), List.of(), isin);
  }

  public boolean isEmpty() {
    return set.isEmpty()
        && cleared.isEmpty()
        && reset.isEmpty()
        && aliasesAdded.isEmpty()
        && aliasesRemoved.isEmpty()
        && isin == null;
  }
}
