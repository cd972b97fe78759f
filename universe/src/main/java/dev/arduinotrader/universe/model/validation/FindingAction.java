package dev.arduinotrader.universe.model.validation;

/** What was done about a finding. */
public enum FindingAction {
  /** The value, or the whole bar, is not stored. */
  REJECTED,
  /** Another value is stored; the finding keeps the original ones. */
  REPAIRED,
  /** Nothing was changed: a person should look. */
  FLAGGED
}
