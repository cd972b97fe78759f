package dev.arduinotrader.portfolio.model.performance;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the difference to a benchmark came from, after Brinson and Fachler (1985), days linked
 * after Carino (1999) so that the parts of all segments add up to the whole difference.
 *
 * @param segments by name
 * @param activeReturn the portfolio's linked return less the benchmark's
 */
public record Attribution(SortedMap<String, Effects> segments, double activeReturn) {
  private static final double WEIGHTS_TOLERANCE = 1e-6;

  /**
   * A segment's parts of the active return, fractions.
   *
   * @param allocation from weighing the segment otherwise: {@code (wp - wb) (rb - Rb)}
   * @param selection from other securities in it: {@code wb (rp - rb)}
   * @param interaction from both at once: {@code (wp - wb) (rp - rb)}
   */
  public record Effects(double allocation, double selection, double interaction) {
    static final Effects NONE = new Effects(0, 0, 0);

    public double total() {
      return allocation + selection + interaction;
    }

    Effects plus(Effects other, double factor) {
      return new Effects(
          allocation + factor * other.allocation,
          selection + factor * other.selection,
          interaction + factor * other.interaction);
    }
  }

  private record Day(double portfolioReturn, double benchmarkReturn, List<SegmentDay> segments) {}

  /**
   * Splits the difference of all these days.
   *
   * @param days oldest first; the weights of each day add up to one on both sides
   * @throws IllegalArgumentException when weights do not add up, or a day lost everything
   */
  public static Attribution of(List<List<SegmentDay>> days) {
    List<Day> summed = days.stream().map(Attribution::day).toList();
    double portfolioGrowth = 1;
    double benchmarkGrowth = 1;
    for (Day day : summed) {
      portfolioGrowth *= 1 + day.portfolioReturn();
      benchmarkGrowth *= 1 + day.benchmarkReturn();
    }
    double whole = linkFactor(portfolioGrowth - 1, benchmarkGrowth - 1);
    SortedMap<String, Effects> linked = new TreeMap<>();
    for (Day day : summed) {
      double factor = linkFactor(day.portfolioReturn(), day.benchmarkReturn()) / whole;
      for (SegmentDay segment : day.segments()) {
        linked.merge(
            segment.segment(),
            Effects.NONE.plus(effects(segment, day.benchmarkReturn()), factor),
            (before, more) -> before.plus(more, 1));
      }
    }
    return new Attribution(linked, portfolioGrowth - benchmarkGrowth);
  }

  private static Effects effects(SegmentDay segment, double benchmarkReturn) {
    double overweight = segment.portfolioWeight() - segment.benchmarkWeight();
    // Without a share in the benchmark there is no return of the segment to compare with: what was
    // earned is allocation. Without a share in the portfolio there is nothing to select.
    double benchmarkSide =
        segment.benchmarkWeight() == 0 ? segment.portfolioReturn() : segment.benchmarkReturn();
    double portfolioSide =
        segment.portfolioWeight() == 0 ? segment.benchmarkReturn() : segment.portfolioReturn();
    double better = portfolioSide - benchmarkSide;
    return new Effects(
        overweight * (benchmarkSide - benchmarkReturn),
        segment.benchmarkWeight() * better,
        overweight * better);
  }

  private static Day day(List<SegmentDay> segments) {
    double portfolioWeight = 0;
    double benchmarkWeight = 0;
    double portfolioReturn = 0;
    double benchmarkReturn = 0;
    for (SegmentDay segment : segments) {
      portfolioWeight += segment.portfolioWeight();
      benchmarkWeight += segment.benchmarkWeight();
      portfolioReturn += segment.portfolioWeight() * segment.portfolioReturn();
      benchmarkReturn += segment.benchmarkWeight() * segment.benchmarkReturn();
    }
    if (Math.abs(portfolioWeight - 1) > WEIGHTS_TOLERANCE
        || Math.abs(benchmarkWeight - 1) > WEIGHTS_TOLERANCE) {
      throw new IllegalArgumentException(
          "expected weights that add up to 1, found %s in the portfolio and %s in the benchmark"
              .formatted(portfolioWeight, benchmarkWeight));
    }
    if (portfolioReturn <= -1 || benchmarkReturn <= -1) {
      throw new IllegalArgumentException("expected days that left something, found a total loss");
    }
    return new Day(portfolioReturn, benchmarkReturn, segments);
  }

  /** Carino's {@code (ln(1 + Rp) - ln(1 + Rb)) / (Rp - Rb)}, and its limit for equal returns. */
  private static double linkFactor(double portfolioReturn, double benchmarkReturn) {
    double difference = portfolioReturn - benchmarkReturn;
    return Math.abs(difference) < 1e-12
        ? 1 / (1 + portfolioReturn)
        : (Math.log1p(portfolioReturn) - Math.log1p(benchmarkReturn)) / difference;
  }
}
