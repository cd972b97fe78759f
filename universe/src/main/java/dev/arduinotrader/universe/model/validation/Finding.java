package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.raw.RawTime;
import java.util.List;

/**
 * One thing that is wrong with a series, and what was done about it.
 *
 * @param time the bar that shows it; of a change that reaches back, the last bar concerned
 * @param original the number found; NaN when there is none
 * @param repaired the number that is kept instead; NaN unless the action is REPAIRED
 * @param confidence how sure it is that this is a fault, and for a repair, that this repairs it: 0
 *     to 1
 * @param method how it was repaired, such as "x 0.01"; empty unless the action is REPAIRED
 * @param why one sentence with the figures, for a person
 * @param changes every number that was changed, so that the repair can be taken back
 */
public record Finding(
    RawTime time,
    CheckedField field,
    double original,
    FindingKind kind,
    FindingAction action,
    double repaired,
    double confidence,
    String method,
    String why,
    List<Change> changes) {
  public Finding {
    changes = List.copyOf(changes);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("expected a confidence of 0 to 1, found " + confidence);
    }
  }

  /** One number that was changed; NaN for none. */
  public record Change(RawTime time, RawField field, double original, double repaired) {}

  static Finding flagged(
      RawTime time,
      CheckedField field,
      double original,
      FindingKind kind,
      double confidence,
      String why) {
    return new Finding(
        time,
        field,
        original,
        kind,
        FindingAction.FLAGGED,
        Double.NaN,
        confidence,
        "",
        why,
        List.of());
  }

  static Finding rejected(
      RawTime time,
      CheckedField field,
      double original,
      FindingKind kind,
      double confidence,
      String why,
      List<Change> changes) {
    return new Finding(
        time,
        field,
        original,
        kind,
        FindingAction.REJECTED,
        Double.NaN,
        confidence,
        "",
        why,
        changes);
  }

  static Finding repaired(
      Change shown,
      FindingKind kind,
      double confidence,
      String method,
      String why,
      List<Change> changes) {
    return new Finding(
        shown.time(),
        CheckedField.of(shown.field()),
        shown.original(),
        kind,
        FindingAction.REPAIRED,
        shown.repaired(),
        confidence,
        method,
        why,
        changes);
  }
}
