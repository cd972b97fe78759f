package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a reader must know to believe the figures. */
final class PerformanceNotes {
  private static final int CLOSE_DAYS_MAX = 10;

  private PerformanceNotes() {}

  static List<String> of(List<WalkedDay> walked, MarketHistory market) {
    List<String> notes = new ArrayList<>();
    SortedSet<Isin> held = new TreeSet<>();
    int adjustments = 0;
    boolean dividends = false;
    for (WalkedDay day : walked) {
      adjustments += day.sums().adjustments();
      dividends |= day.sums().dividends() != 0;
      day.nodes().keySet().forEach(node -> addIsin(held, node));
    }
    if (adjustments > 0) {
      notes.add(
          "%d adjustments after the broker's statements count as flows, not as a gain"
              .formatted(adjustments));
    }
    String total =
        held.stream()
            .filter(isin -> hasDividends(market, isin))
            .map(Isin::value)
            .collect(Collectors.joining(", "));
    if (dividends && !total.isEmpty()) {
      notes.add(
          "closes of %s have dividends worked in; booked dividends of them count twice"
              .formatted(total));
    }
    if (!walked.isEmpty()) {
      addOldCloses(notes, walked.getLast(), market);
    }
    return notes;
  }

  private static void addIsin(SortedSet<Isin> held, Node node) {
    switch (node) {
      case Node.Units(Isin isin) -> held.add(isin);
      case Node.Cash ignored -> {}
    }
  }

  private static boolean hasDividends(MarketHistory market, Isin isin) {
    MarketHistory.Closes closes = market.closes().get(isin);
    return closes != null && closes.series().basis() == PriceBasis.TOTAL_RETURN;
  }

  private static void addOldCloses(List<String> notes, WalkedDay last, MarketHistory market) {
    SortedSet<Isin> held = new TreeSet<>();
    last.nodes().keySet().forEach(node -> addIsin(held, node));
    for (Isin isin : held) {
      Optional<LocalDate> closed = market.closedOn(isin, last.date());
      closed
          .filter(date -> date.plusDays(CLOSE_DAYS_MAX).isBefore(last.date()))
          .ifPresent(
              date -> notes.add("%s is valued at its last close, of %s".formatted(isin, date)));
    }
  }
}
