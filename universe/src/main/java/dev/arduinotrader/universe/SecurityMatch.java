package dev.arduinotrader.universe;

/**
 * One security that a search found.
 *
 * @param matched the text of the security that was found
 * @param kind how well it fits; a smaller ordinal is a better match
 */
public record SecurityMatch(Security security, String matched, Kind kind, boolean removed) {
  /** How a text fits, the best first. */
  public enum Kind {
    /** The whole ISIN or a whole symbol, in any capitals. */
    EXACT,
    /** A whole alias, such as a former ISIN. */
    ALIAS,
    /** The beginning of a symbol. */
    SYMBOL_PREFIX,
    /** The beginning of the ISIN. */
    ISIN_PREFIX,
    /** The whole name, or the beginning of every word asked for. */
    NAME_PREFIX,
    /** Somewhere inside the name or an alias. */
    INSIDE,
    /** With a letter or two missing, too many, wrong or swapped. */
    SIMILAR
  }
}
