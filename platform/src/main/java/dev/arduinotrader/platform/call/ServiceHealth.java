package dev.arduinotrader.platform.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a service finds itself after checking what it needs.
 *
 * @param healthy false as soon as one check fails
 * @param version the version of the running program
 * @param status one word or sentence for a person
 * @param clockBase what the process's clock was started on; must agree over a fleet
 * @param checks every check with its outcome
 * @param process the process that answered, empty before it has added itself
 */
public record ServiceHealth(
    boolean healthy,
    String version,
    String status,
    String clockBase,
    List<Check> checks,
    Optional<ProcessFacts> process) {
  public ServiceHealth {
    checks = List.copyOf(checks);
  }

  /** What the service itself knows, without the process around it. */
  public ServiceHealth(
      boolean healthy, String version, String status, String clockBase, List<Check> checks) {
    this(healthy, version, status, clockBase, checks, Optional.empty());
  }

  /** The same with more findings: healthy only when those are too, and the status names them. */
  public ServiceHealth with(List<Check> more) {
    List<Check> all = new ArrayList<>(checks);
    all.addAll(more);
    List<String> faults = more.stream().filter(each -> !each.healthy()).map(Check::text).toList();
    String told = healthy ? "unhealthy: " : status + "; ";
    String faulty = faults.isEmpty() ? status : told + String.join("; ", faults);
    List<String> parts = new ArrayList<>(List.of(faulty));
    more.stream()
        .filter(Check::isOnlyWarning)
        .map(each -> "warning: " + each.text())
        .forEach(parts::add);
    return new ServiceHealth(
        healthy && faults.isEmpty(), version, String.join("; ", parts), clockBase, all, process);
  }

  /** The same answer, given by this process. */
  public ServiceHealth from(ProcessFacts facts) {
    return new ServiceHealth(healthy, version, status, clockBase, checks, Optional.of(facts));
  }

  /**
   * One thing that was really tried.
   *
   * @param name such as {@code database}
   * @param healthy whether it worked
   * @param detail what was seen
   * @param warning whether a person should look after it though it works
   */
  public record Check(String name, boolean healthy, String detail, boolean warning) {
    /** A finding without a warning. */
    public Check(String name, boolean healthy, String detail) {
      this(name, healthy, detail, false);
    }

    private boolean isOnlyWarning() {
      return healthy && warning;
    }

    private String text() {
      return name + ": " + detail;
    }
  }
}
