package dev.arduinotrader.platform.figures;

import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.metrics.MethodFigures;
import dev.arduinotrader.platform.metrics.model.CallWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes one picture of what the processes of a fleet told, each process counted once. */
public final class FleetPicture {
  private static final Set<CallSide> CALLED = EnumSet.of(CallSide.CLIENT, CallSide.LOCAL);
  private static final Set<CallSide> ANSWERED = EnumSet.of(CallSide.SERVER, CallSide.LOCAL);

  /** Then the last five minutes of a process that cannot be asked are over. */
  private static final Duration RECENT = Duration.ofMinutes(5);

  /**
   * What is known of one process.
   *
   * @param services that are reached there, also before it has ever answered
   * @param figures its last answer, null when there was none
   * @param age of the answer
   * @param stale whether it could not be asked now
   */
  public record Told(
      Set<String> services, @Nullable ProcessFigures figures, Duration age, boolean stale) {
    public Told {
      services = Set.copyOf(services);
    }

    private boolean concerns(String service) {
      return services.contains(service) || (figures != null && figures.concerns(service));
    }
  }

  private final List<Told> processes;

  private FleetPicture(List<Told> processes) {
    this.processes = processes;
  }

  /**
   * One picture for each of these services.
   *
   * @param told may name a process more than once; its freshest answer counts
   */
  public static Map<String, ServicePicture> of(List<String> services, List<Told> told) {
    FleetPicture fleet = new FleetPicture(distinct(told));
    Map<String, ServicePicture> pictures = new LinkedHashMap<>();
    services.forEach(service -> pictures.put(service, fleet.service(service)));
    return pictures;
  }

  private static List<Told> distinct(List<Told> told) {
    Map<String, Told> byInstance = new LinkedHashMap<>();
    List<Told> silent = new ArrayList<>();
    for (Told one : told) {
      if (one.figures() == null) {
        silent.add(one);
      } else {
        byInstance.merge(
            one.figures().instanceId(), one, (a, b) -> a.age().compareTo(b.age()) <= 0 ? a : b);
      }
    }
    List<Told> distinct = new ArrayList<>(byInstance.values());
    distinct.addAll(silent);
    return distinct;
  }

  private ServicePicture service(String service) {
    List<Told> concerned = processes.stream().filter(each -> each.concerns(service)).toList();
    boolean neverAsked = concerned.stream().anyMatch(each -> each.figures() == null);
    return new ServicePicture(
        calls(service, CALLED),
        calls(service, ANSWERED),
        breakers(service),
        concerned.stream().anyMatch(Told::stale),
        neverAsked
            ? Optional.empty()
            : Optional.of(
                concerned.stream().map(Told::age).max(Duration::compareTo).orElse(Duration.ZERO)));
  }

  private SortedMap<String, MethodFigures> calls(String service, Set<CallSide> sides) {
    SortedMap<String, MethodFigures> methods = new TreeMap<>();
    for (Told process : processes) {
      if (process.figures() != null) {
        process.figures().calls().stream()
            .filter(seen -> seen.service().equals(service) && sides.contains(seen.side()))
            .forEach(
                seen ->
                    methods.merge(
                        seen.method(), aged(seen.figures(), process.age()), MethodFigures::plus));
      }
    }
    return methods;
  }

  private static MethodFigures aged(MethodFigures figures, Duration age) {
    return age.compareTo(RECENT) < 0
        ? figures
        : new MethodFigures(figures.lifetime(), CallWindow.NONE);
  }

  private List<ServicePicture.Circuit> breakers(String service) {
    List<ServicePicture.Circuit> circuits = new ArrayList<>();
    for (Told process : processes) {
      ProcessFigures figures = process.figures();
      if (figures != null) {
        figures.breakers().stream()
            .filter(breaker -> breaker.service().equals(service))
            .forEach(breaker -> circuits.add(new ServicePicture.Circuit(figures.name(), breaker)));
      }
    }
    return circuits;
  }
}
