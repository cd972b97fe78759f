package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What to compare the current allocation with.
 *
 * @param targets at most 1,000, such as those of the last plan; what they leave is cash; empty for
 *     none
 */
public record AllocationQuery(List<TargetWeight> targets) {
  public static final AllocationQuery NO_TARGETS = new AllocationQuery(List.of());
  private static final int TARGETS_MAX = 1_000;
  private static final double SUM_TOLERANCE = 1e-6;

  /** How much of the total a security should be, 0 to 1. */
  public record TargetWeight(Isin isin, double weight) {}

  public AllocationQuery {
    targets = List.copyOf(targets);
  }

  /** Everything that is wrong; empty when nothing is. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (targets.size() > TARGETS_MAX) {
      faults.add(new Fault("targets", "expected at most 1,000, found " + targets.size()));
    }
    Set<Isin> seen = new HashSet<>();
    double sum = 0;
    for (int i = 0; i < targets.size(); i++) {
      TargetWeight target = targets.get(i);
      sum += target.weight();
      if (!(target.weight() >= 0 && target.weight() <= 1)) {
        faults.add(
            new Fault("targets[" + i + "].weight", "expected 0 to 1, found " + target.weight()));
      }
      if (!seen.add(target.isin())) {
        faults.add(
            new Fault(
                "targets[" + i + "].isin",
                "expected each security once, found twice " + target.isin()));
      }
    }
    if (sum > 1 + SUM_TOLERANCE) {
      faults.add(new Fault("targets", "expected weights of at most 1 together, found " + sum));
    }
    return faults;
  }
}
