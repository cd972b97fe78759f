package dev.arduinotrader.trading;

import java.util.List;

/**
 * What a reconciliation found.
 *
 * @param ordersChecked orders of ours that the broker was asked about
 * @param executionsAdded executions that were not known before
 * @param bookedSequence how far the books are
 * @param differences one sentence for everything that does not agree; empty when all does
 * @param repairs one sentence for every step against cash below zero; empty while none is
 */
public record ReconcileReport(
    int ordersChecked,
    int executionsAdded,
    long bookedSequence,
    List<String> differences,
    List<String> repairs) {
  public ReconcileReport {
    differences = List.copyOf(differences);
    repairs = List.copyOf(repairs);
  }

  /** With no cash below zero. */
  public ReconcileReport(
      int ordersChecked, int executionsAdded, long bookedSequence, List<String> differences) {
    this(ordersChecked, executionsAdded, bookedSequence, differences, List.of());
  }
}
