package dev.arduinotrader.optimization.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Single-linkage clustering: the two clusters with the nearest members merge first.
 *
 * <p>Leaves are numbered 0 to n - 1 and the cluster of merge k is n + k; of the two that merge, the
 * one with the lower number comes first, as in SciPy. Equal distances merge in the order in which
 * the spanning tree found them, so that the same matrix always gives the same order.
 */
final class SingleLinkage {
  private record Edge(int from, int to, double length) {}

  private record Merge(int first, int second) {}

  private SingleLinkage() {}

  /** The leaves as the dendrogram shows them from left to right. */
  static int[] leafOrder(double[][] distances) {
    int size = distances.length;
    List<Merge> merges = merges(spanningTree(distances), size);
    int[] order = new int[size];
    int[] waiting = new int[size];
    int top = 0;
    waiting[top] = 2 * size - 2;
    int found = 0;
    while (top >= 0) {
      int cluster = waiting[top--];
      if (cluster < size) {
        order[found++] = cluster;
      } else {
        Merge merge = merges.get(cluster - size);
        waiting[++top] = merge.second();
        waiting[++top] = merge.first();
      }
    }
    return order;
  }

  /** Prim's algorithm from leaf 0; the edges of the tree are exactly the merges. */
  private static List<Edge> spanningTree(double[][] distances) {
    int size = distances.length;
    boolean[] inside = new boolean[size];
    double[] nearest = new double[size];
    int[] neighbour = new int[size];
    java.util.Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    List<Edge> edges = new ArrayList<>(size);
    int latest = 0;
    inside[0] = true;
    for (int step = 1; step < size; step++) {
      int next = -1;
      for (int i = 0; i < size; i++) {
        if (!inside[i]) {
          if (distances[latest][i] < nearest[i]) {
            nearest[i] = distances[latest][i];
            neighbour[i] = latest;
          }
          next = next < 0 || nearest[i] < nearest[next] ? i : next;
        }
      }
      edges.add(new Edge(neighbour[next], next, nearest[next]));
      inside[next] = true;
      latest = next;
    }
    edges.sort(Comparator.comparingDouble(Edge::length));
    return edges;
  }

  private static List<Merge> merges(List<Edge> edges, int size) {
    int[] parent = new int[2 * size];
    java.util.Arrays.setAll(parent, i -> i);
    List<Merge> merges = new ArrayList<>(size);
    for (Edge edge : edges) {
      int one = root(parent, edge.from());
      int other = root(parent, edge.to());
      int merged = size + merges.size();
      parent[one] = merged;
      parent[other] = merged;
      merges.add(new Merge(Math.min(one, other), Math.max(one, other)));
    }
    return merges;
  }

  private static int root(int[] parent, int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
