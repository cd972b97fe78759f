package dev.arduinotrader.optimization.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.optimization.GroupWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Moves weights to where the owner wants groups to be, and as little else as possible: within a
 * group and outside of it all weights keep their proportions, but for their bounds.
 *
 * <p>Each group is met in turn, over and over, until all are: iterative proportional fitting
 * (Deming and Stephan, 1940) with bounds. Groups that contradict each other or the bounds are met
 * as far as they can be, and said.
 */
final class GroupTilt {
  private static final int ROUNDS_MAX = 500;
  private static final int HALVINGS = 100;
  private static final double FACTOR_MAX = 1e300;
  private static final double MET_WITHIN = 1e-9;

  /** What a person need not be told of. */
  private static final double UNSAID = 0.005;

  /** What a weight of nothing counts as, where a group can grow in no other way. */
  private static final double SEED = 1e-3;

  private final WeightBounds bounds;
  private final double[] weights;
  private final List<boolean[]> members = new ArrayList<>();
  private final List<GroupWeight> groups;

  private GroupTilt(
      List<Isin> isins, double[] weights, WeightBounds bounds, List<GroupWeight> groups) {
    this.bounds = bounds;
    this.weights = weights.clone();
    this.groups = groups;
    for (GroupWeight group : groups) {
      boolean[] in = new boolean[weights.length];
      for (int i = 0; i < in.length; i++) {
        in[i] = group.members().contains(isins.get(i));
      }
      members.add(in);
    }
  }

  /**
   * Tilts allowed weights; the answer is allowed, too.
   *
   * @param isins of the weights, in their order
   */
  static GroupTilt of(
      List<Isin> isins, double[] weights, WeightBounds bounds, List<GroupWeight> groups) {
    GroupTilt tilt = new GroupTilt(isins, weights, bounds, groups);
    for (int round = 0; round < ROUNDS_MAX && !tilt.isMet(); round++) {
      for (int group = 0; group < groups.size(); group++) {
        tilt.meet(group);
      }
    }
    return tilt;
  }

  /** The weights with the groups met. */
  double[] weights() {
    return weights;
  }

  private boolean isMet() {
    for (int group = 0; group < groups.size(); group++) {
      if (Math.abs(sum(members.get(group), true) - reachable(group)) > MET_WITHIN) {
        return false;
      }
    }
    return true;
  }

  private void meet(int group) {
    boolean[] in = members.get(group);
    double wanted = reachable(group);
    scale(in, true, wanted);
    scale(in, false, bounds.sum() - wanted);
  }

  /** The group's weight, or what is nearest to it within the bounds of members and others. */
  private double reachable(int group) {
    boolean[] in = members.get(group);
    double least = 0;
    double most = 0;
    double othersLeast = 0;
    double othersMost = 0;
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        least += bounds.lower(i);
        most += bounds.upper(i);
      } else {
        othersLeast += bounds.lower(i);
        othersMost += bounds.upper(i);
      }
    }
    double from = Math.max(least, bounds.sum() - othersMost);
    double to = Math.min(most, bounds.sum() - othersLeast);
    return Math.max(from, Math.min(to, groups.get(group).weight()));
  }

  private double sum(boolean[] in, boolean side) {
    double sum = 0;
    for (int i = 0; i < in.length; i++) {
      sum += in[i] == side ? weights[i] : 0;
    }
    return sum;
  }

  /** Multiplies the weights of one side by the one factor that makes their sum the wanted one. */
  private void scale(boolean[] in, boolean side, double wanted) {
    double seed = sumAt(in, side, Double.MAX_VALUE, 0) < wanted - MET_WITHIN ? SEED : 0;
    double low = 0;
    double high = 1;
    while (sumAt(in, side, high, seed) < wanted && high < FACTOR_MAX) {
      high *= 2;
    }
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (low + high) / 2;
      if (sumAt(in, side, middle, seed) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    for (int i = 0; i < in.length; i++) {
      if (in[i] == side) {
        weights[i] = scaled(i, high, seed);
      }
    }
  }

  private double sumAt(boolean[] in, boolean side, double factor, double seed) {
    double sum = 0;
    for (int i = 0; i < in.length; i++) {
      sum += in[i] == side ? scaled(i, factor, seed) : 0;
    }
    return sum;
  }

  private double scaled(int index, double factor, double seed) {
    double weight = Math.max(weights[index], seed);
    double product = weight == 0 ? 0 : weight * factor;
    return Math.clamp(product, bounds.lower(index), bounds.upper(index));
  }

  /** Which groups could not be met; empty when all are. */
  String note() {
    List<String> missed = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      GroupWeight wanted = groups.get(group);
      double found = sum(members.get(group), true);
      if (Math.abs(found - wanted.weight()) > UNSAID) {
        missed.add(
            String.format(
                Locale.ROOT,
                "group %s can get %.1f %% instead of %.1f %%, for the bounds of its securities, or"
                    + " other groups, allow no other",
                wanted.name(),
                100 * found,
                100 * wanted.weight()));
      }
    }
    return String.join("; ", missed);
  }
}
