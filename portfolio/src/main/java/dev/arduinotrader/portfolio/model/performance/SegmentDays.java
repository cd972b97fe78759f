package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.portfolio.PerformanceQuery.BenchmarkPart;
import dev.arduinotrader.portfolio.model.performance.WalkedDay.NodeDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Cuts days into segments for attribution. A purchase counts from the day's beginning: the
 * segment's base is its value of the evening before and what came net; cash gives as much.
 */
final class SegmentDays {
  private static final double NOTHING = 1e-9;

  private final SegmentNames names;
  private final BlendedBenchmark benchmark;

  SegmentDays(SegmentNames names, BlendedBenchmark benchmark) {
    this.names = names;
    this.benchmark = benchmark;
  }

  /** What a segment began the day with, what came from others, and what it gained. */
  private static final class Cell {
    private double before;
    private double moved;
    private double gain;
  }

  /** One list of segments for each day after a day with something invested. */
  List<List<SegmentDay>> of(List<WalkedDay> days) {
    List<List<SegmentDay>> cut = new ArrayList<>();
    for (int i = 1; i < days.size(); i++) {
      double total = days.get(i - 1).value().value();
      if (total > 0) {
        cut.add(day(days.get(i - 1), days.get(i), total));
      }
    }
    return cut;
  }

  private List<SegmentDay> day(WalkedDay before, WalkedDay day, double total) {
    SortedMap<String, Cell> cells = cells(before, day);
    SortedMap<String, Double> bases = bases(cells, total);
    giveAway(cells, bases, total);
    SortedMap<String, double[]> compared = benchmarkCells(before, day);
    TreeSet<String> all = new TreeSet<>(cells.keySet());
    all.addAll(compared.keySet());
    List<SegmentDay> segments = new ArrayList<>();
    for (String name : all) {
      double base = bases.getOrDefault(name, 0.0);
      Cell cell = cells.getOrDefault(name, new Cell());
      double[] other = compared.getOrDefault(name, new double[2]);
      segments.add(
          new SegmentDay(
              name,
              base / total,
              base == 0 ? 0 : cell.gain / base,
              other[0],
              other[0] == 0 ? 0 : other[1] / other[0]));
    }
    return segments;
  }

  private SortedMap<String, Cell> cells(WalkedDay before, WalkedDay day) {
    SortedMap<String, Cell> cells = new TreeMap<>();
    cells.put(names.residual(), new Cell());
    before
        .nodes()
        .forEach(
            (node, value) -> {
              Cell cell = cells.computeIfAbsent(names.of(node), key -> new Cell());
              cell.before += value.value();
              cell.gain -= value.value();
            });
    for (Map.Entry<Node, NodeDay> each : day.nodes().entrySet()) {
      NodeDay node = each.getValue();
      Cell cell = cells.computeIfAbsent(names.of(each.getKey()), key -> new Cell());
      cell.moved += node.moved();
      cell.gain += node.value() - node.moved() - node.external();
    }
    return cells;
  }

  /** What each segment worked with; together the account's value of the evening before. */
  private SortedMap<String, Double> bases(SortedMap<String, Cell> cells, double total) {
    SortedMap<String, Double> bases = new TreeMap<>();
    double others = 0;
    for (Map.Entry<String, Cell> each : cells.entrySet()) {
      if (!each.getKey().equals(names.residual())) {
        double base = each.getValue().before + Math.max(0, each.getValue().moved);
        double used = Math.abs(base) < NOTHING * total ? 0 : base;
        bases.put(each.getKey(), used);
        others += used;
      }
    }
    double rest = total - others;
    bases.put(names.residual(), Math.abs(rest) < NOTHING * total ? 0 : rest);
    return bases;
  }

  /** A gain on nothing counts with the largest segment: it must not get lost. */
  private static void giveAway(
      SortedMap<String, Cell> cells, SortedMap<String, Double> bases, double total) {
    String largest =
        bases.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    Cell receiver = Objects.requireNonNull(cells.get(largest));
    double rest = total - bases.values().stream().mapToDouble(Double::doubleValue).sum();
    bases.merge(largest, rest, Double::sum);
    cells.forEach(
        (name, cell) -> {
          if (bases.getOrDefault(name, 0.0) == 0 && cell.gain != 0) {
            receiver.gain += cell.gain;
            cell.gain = 0;
          }
        });
  }

  /** Weight, and weight times return, by segment. */
  private SortedMap<String, double[]> benchmarkCells(WalkedDay before, WalkedDay day) {
    SortedMap<String, double[]> cells = new TreeMap<>();
    for (BenchmarkPart part : benchmark.parts()) {
      double[] cell = cells.computeIfAbsent(names.of(part.isin()), key -> new double[2]);
      cell[0] += part.weight();
      cell[1] += part.weight() * benchmark.returnOf(part, before.date(), day.date());
    }
    return cells;
  }
}
