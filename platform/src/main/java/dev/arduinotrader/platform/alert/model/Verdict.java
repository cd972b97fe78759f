package dev.arduinotrader.platform.alert.model;

/** What one observation says about one rule. */
sealed interface Verdict {
  /** The rule holds. */
  record Holds(String text) implements Verdict {}

  /** It does not, and that is known. */
  record Over(String text) implements Verdict {}

  /** Too little was seen: whatever was, stays. */
  record Unclear() implements Verdict {}
}
