package dev.arduinotrader.universe.model;

import dev.arduinotrader.universe.ActionKind;
import dev.arduinotrader.universe.CorporateAction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chooses what holds of all that sources have said about one security's corporate actions. */
public final class KnownActions {
  private KnownActions() {}

  /**
   * The actions known at an instant, oldest ex-date first: of each kind those of the most believed
   * source that has any, so that none is counted twice, each as it was said last.
   */
  public static List<CorporateAction> at(
      Instant now, List<RecordedAction> recorded, SourceRanking ranking) {
    List<CorporateAction> known = new ArrayList<>();
    for (ActionKind kind : ActionKind.values()) {
      Map<String, List<CorporateAction>> bySource = standing(now, kind, recorded);
      Optional<String> believed = ranking.first(bySource.keySet());
      believed.ifPresent(source -> known.addAll(bySource.getOrDefault(source, List.of())));
    }
    known.sort(
        Comparator.comparing(CorporateAction::exDate)
            .thenComparing(action -> action.kind().name()));
    return List.copyOf(known);
  }

  private static Map<String, List<CorporateAction>> standing(
      Instant now, ActionKind kind, List<RecordedAction> recorded) {
    Map<String, Map<LocalDate, RecordedAction>> latest = new TreeMap<>();
    for (RecordedAction one : recorded) {
      if (one.action().kind() == kind && !knownAt(one).isAfter(now)) {
        latest
            .computeIfAbsent(one.sourceName(), source -> new TreeMap<>())
            .merge(
                one.action().exDate(),
                one,
                (before, after) -> knownAt(after).isAfter(knownAt(before)) ? after : before);
      }
    }
    Map<String, List<CorporateAction>> standing = new TreeMap<>();
    latest.forEach(
        (source, byDate) -> {
          List<CorporateAction> actions =
              byDate.values().stream()
                  .filter(one -> !one.withdrawn())
                  .map(RecordedAction::action)
                  .collect(Collectors.toList());
          if (!actions.isEmpty()) {
            standing.put(source, actions);
          }
        });
    return standing;
  }

  private static Instant knownAt(RecordedAction one) {
    return one.action().announcement().knownAt();
  }
}
