package dev.arduinotrader.planning.model.search;

import java.util.List;

/**
 * Finds the best allowed set of trades, and proves it: every set is examined, not allowed, or
 * bounded by what it could reach at most.
 *
 * <p>Depth first, sales before purchases. Whether a set is allowed depends on its trades only, not
 * on their order: cash only grows while selling, and all purchases fit or they do not. Everything
 * runs over primitive arrays, and values go down with the recursion instead of being added and
 * taken away again, so that rounding cannot drift.
 */
public final class ExactSearch {
  /** Sets scored before the search gives up the proof: seconds on a small board. */
  public static final long EXAMINED_MAX = 50_000_000;

  /** Sets between two looks at the deadline: about a millisecond. */
  private static final long WATCH_MASK = 65_536 - 1;

  private static final double ROUNDING = 1e-9;

  private final SearchProblem problem;
  private final SearchWatch watch;
  private final long examinedMax;
  private final boolean bounded;
  private final SearchBounds bounds;
  private final SetCounts counts;
  private final BestSets best;
  private final SearchProblem.Trade[][] trades;
  private final int[][][] groupsOf;
  private final double[] groupWeights;
  private final double[] softLines;
  private final double[] groupLimits;
  private final double[][] savedWeights;
  private final int[] chosen;
  private long examined;
  private double settled;
  private boolean stopped;
  private double open = Double.NEGATIVE_INFINITY;

  private ExactSearch(
      SearchProblem problem, int keep, long examinedMax, boolean bounded, SearchWatch watch) {
    this.problem = problem;
    this.watch = watch;
    this.examinedMax = examinedMax;
    this.bounded = bounded;
    bounds = new SearchBounds(problem);
    counts = new SetCounts(problem.choices(), problem.depthMax());
    best = new BestSets(keep);
    chosen = new int[problem.depthMax()];
    List<SearchProblem.Choice> choices = problem.choices();
    trades = new SearchProblem.Trade[choices.size()][];
    groupsOf = new int[choices.size()][][];
    for (int i = 0; i < choices.size(); i++) {
      trades[i] = choices.get(i).trades().toArray(SearchProblem.Trade[]::new);
      groupsOf[i] = new int[trades[i].length][];
      for (int j = 0; j < trades[i].length; j++) {
        groupsOf[i][j] = trades[i][j].groups().stream().mapToInt(Integer::intValue).toArray();
      }
    }
    List<SearchProblem.Group> groups = problem.groups();
    groupWeights = groups.stream().mapToDouble(SearchProblem.Group::weight).toArray();
    softLines = groups.stream().mapToDouble(SearchProblem.Group::softLine).toArray();
    groupLimits = groups.stream().mapToDouble(SearchProblem.Group::limit).toArray();
    savedWeights = new double[problem.depthMax()][groups.size()];
  }

  /**
   * The best sets; proven unless the watch or {@link #EXAMINED_MAX} ended the search.
   *
   * @param keep how many of the best sets are wanted, at least 1
   */
  public static SearchResult run(SearchProblem problem, int keep, SearchWatch watch) {
    return new ExactSearch(problem, keep, EXAMINED_MAX, true, watch).run();
  }

  /** The same over at most so many sets. */
  public static SearchResult run(
      SearchProblem problem, int keep, long examinedMax, SearchWatch watch) {
    return new ExactSearch(problem, keep, examinedMax, true, watch).run();
  }

  /** The same without bounds: every allowed set is scored. Slow; tests compare with it. */
  static SearchResult runExhaustively(SearchProblem problem, int keep) {
    return new ExactSearch(problem, keep, Long.MAX_VALUE, false, SearchWatch.patient()).run();
  }

  private SearchResult run() {
    double beyond = 0;
    for (int i = 0; i < groupWeights.length; i++) {
      beyond += Math.max(0, groupWeights[i] - softLines[i]);
    }
    visit(0, 0, 0, problem.cash(), problem.free(), beyond, 0, 0);
    double total = counts.total();
    double gap = stopped ? Math.max(0, open - best.bestScore()) : 0;
    return new SearchResult(
        best.found(),
        !stopped,
        examined,
        total >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) total,
        Math.min(1, settled / total),
        gap);
  }

  private void visit(
      int size,
      int next,
      double gain,
      double cash,
      double free,
      double beyond,
      double cost,
      double priority) {
    double distance = problem.cashFactor() * Math.abs(cash - problem.cashTarget());
    double score = problem.base() + gain - distance - problem.beyondFactor() * beyond;
    settled++;
    if (score >= best.threshold()) {
      best.offer(chosen, size, score, cost, priority);
    }
    if ((++examined & WATCH_MASK) == 0 || examined >= examinedMax) {
      stopped = examined >= examinedMax || !watch.goesOn(examined, settled / counts.total());
    }
    int slots = problem.depthMax() - size;
    for (int i = next; i < trades.length && slots > 0; i++) {
      double reachable = score + bounds.rest(i, slots, distance, free);
      if (stopped) {
        open = Math.max(open, reachable);
        return;
      }
      if (bounded && reachable < best.threshold()) {
        settled += counts.from(i, slots) - 1;
        return;
      }
      for (int j = 0; j < trades[i].length; j++) {
        SearchProblem.Trade trade = trades[i][j];
        double freeAfter = free + trade.free();
        if (trade.weight() > 0 && (freeAfter < -ROUNDING || !groupsAllow(i, j))) {
          settled += counts.from(i + 1, slots - 1);
          continue;
        }
        double beyondAfter = beyond + apply(size, i, j);
        chosen[size] = trade.number();
        visit(
            size + 1,
            i + 1,
            gain + trade.gain(),
            cash + trade.cash(),
            freeAfter,
            beyondAfter,
            cost + trade.cost(),
            priority + trade.priority());
        takeBack(size, i, j);
        if (stopped) {
          open = Math.max(open, reachable);
          return;
        }
      }
    }
  }

  private boolean groupsAllow(int choice, int level) {
    double weight = trades[choice][level].weight();
    for (int group : groupsOf[choice][level]) {
      if (groupWeights[group] + weight > groupLimits[group] + ROUNDING) {
        return false;
      }
    }
    return true;
  }

  /** Adds a trade to its groups; gives the change of the weight beyond their soft lines. */
  private double apply(int size, int choice, int level) {
    double weight = trades[choice][level].weight();
    double change = 0;
    for (int group : groupsOf[choice][level]) {
      double before = groupWeights[group];
      double after = before + weight;
      savedWeights[size][group] = before;
      groupWeights[group] = after;
      change += Math.max(0, after - softLines[group]) - Math.max(0, before - softLines[group]);
    }
    return change;
  }

  private void takeBack(int size, int choice, int level) {
    for (int group : groupsOf[choice][level]) {
      groupWeights[group] = savedWeights[size][group];
    }
  }
}
