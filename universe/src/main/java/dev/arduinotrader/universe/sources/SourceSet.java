package dev.arduinotrader.universe.sources;

import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.SourceHealth;
import dev.arduinotrader.universe.SourceSetting;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.store.SourceStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The configured sources at work, in the owner's order; follows the settings as they change. */
public final class SourceSet implements AutoCloseable {
  private final SourceStore store;
  private final Supplier<SourceRanking> ranking;
  private final SourceFactory factory;
  private final TraderClock clock;
  private final Map<String, Working> working = new HashMap<>();

  private record Working(SourceSetting setting, SourceGuard guard) {}

  public SourceSet(
      SourceStore store,
      Supplier<SourceRanking> ranking,
      SourceFactory factory,
      TraderClock clock) {
    this.ranking = ranking;
    this.store = store;
    this.factory = factory;
    this.clock = clock;
  }

  /** All sources; those whose settings changed begin anew, with the health that they had. */
  public synchronized List<SourceGuard> all() {
    List<SourceSetting> settings = inOrder();
    Map<String, SourceHealth> stored = store.health();
    List<SourceGuard> guards = new ArrayList<>();
    for (SourceSetting setting : settings) {
      Working known = working.get(setting.name());
      if (known == null || !known.setting().equals(setting)) {
        if (known != null) {
          known.guard().close();
        }
        SourceHealth before = stored.getOrDefault(setting.name(), SourceHealth.UNTRIED);
        known =
            new Working(setting, new SourceGuard(factory.make(setting), setting, clock, before));
        working.put(setting.name(), known);
      }
      guards.add(known.guard());
    }
    List<String> names = settings.stream().map(SourceSetting::name).toList();
    List<String> gone = working.keySet().stream().filter(name -> !names.contains(name)).toList();
    gone.forEach(name -> Objects.requireNonNull(working.remove(name)).guard().close());
    return guards;
  }

  /** Whoever is believed first is asked first; those without a rank last, as they were listed. */
  private List<SourceSetting> inOrder() {
    List<String> ranked = ranking.get().names();
    return store.settings().stream()
        .sorted(
            Comparator.comparingInt(
                setting -> {
                  int rank = ranked.indexOf(setting.name());
                  return rank < 0 ? ranked.size() : rank;
                }))
        .toList();
  }

  /** The source of this name. */
  public Optional<SourceGuard> find(String name) {
    return all().stream().filter(guard -> guard.source().name().equals(name)).findFirst();
  }

  /** Keeps how the sources have been doing, for the next process and for commands of their own. */
  public synchronized void keepHealth() {
    Map<String, SourceHealth> health = new HashMap<>();
    working.forEach((name, each) -> health.put(name, each.guard().health()));
    store.putHealth(health);
  }

  @Override
  public synchronized void close() {
    working.values().forEach(each -> each.guard().close());
    working.clear();
  }
}
