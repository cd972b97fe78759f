package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects findings. */
final class Notes {
  private final List<Finding> findings = new ArrayList<>();
  private final Set<RawTime> explained = new HashSet<>();

  void add(Finding finding) {
    findings.add(finding);
    if (finding.kind() != FindingKind.OUTSIDE_RANGE) {
      explained.add(finding.time());
    }
  }

  /** Whether anything was noted about this bar that explains an unusual price. */
  boolean explains(Columns columns, int index) {
    return explained.contains(columns.time(index));
  }

  /** All findings, oldest first; of one bar in the order in which they were found. */
  List<Finding> inOrderOfTime() {
    return findings.stream().sorted(Comparator.comparing(f -> Moments.of(f.time()))).toList();
  }
}
