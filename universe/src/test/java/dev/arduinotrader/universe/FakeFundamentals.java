package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.call.CallContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which of the facts that a test told the fake universe are in force. */
final class FakeFundamentals {
  private FakeFundamentals() {}

  static Fundamentals latest(List<Fundamental> told, CallContext context, FundamentalsQuery query) {
    SortedMap<Isin, SortedMap<FundamentalField, Fundamental>> latest = new TreeMap<>();
    told.stream()
        .filter(fact -> !fact.knownAt().isAfter(context.decisionTime()))
        .filter(fact -> query.fields().isEmpty() || query.fields().contains(fact.field()))
        .sorted(Comparator.comparing(Fundamental::asOf).thenComparing(Fundamental::knownAt))
        .forEach(
            fact ->
                latest
                    .computeIfAbsent(fact.isin(), isin -> new TreeMap<>())
                    .put(fact.field(), fact));
    List<Fundamental> facts = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    for (Isin isin : query.isins().isEmpty() ? List.copyOf(latest.keySet()) : query.isins()) {
      SortedMap<FundamentalField, Fundamental> known = latest.get(isin);
      if (known == null) {
        absent.add(new Absent(isin.value(), "the fake universe was told nothing about it"));
      } else {
        facts.addAll(known.values());
      }
    }
    return new Fundamentals(facts, absent);
  }
}
