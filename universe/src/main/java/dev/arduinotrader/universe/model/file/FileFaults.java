package dev.arduinotrader.universe.model.file;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.universe.UniverseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with files: the first faults whole, and the count of all. */
public final class FileFaults {
  /** How many faults are told one by one. */
  public static final int SHOWN_MAX = 20;

  private final List<Fault> shown = new ArrayList<>();
  private int count;

  /** Notes a fault in a line of a file. */
  public void add(String file, int line, String message) {
    add(file + ":" + line, message);
  }

  /** Notes a fault of a place that is no line, such as a whole file. */
  public void add(String place, String message) {
    count++;
    if (count <= SHOWN_MAX) {
      shown.add(new Fault(place, message));
    }
  }

  public boolean isEmpty() {
    return count == 0;
  }

  public int count() {
    return count;
  }

  /** The refusal that names the first faults and counts the rest. */
  public Problem toProblem() {
    List<Fault> faults = new ArrayList<>(shown);
    if (count > shown.size()) {
      faults.add(new Fault("", "and " + (count - shown.size()) + " more faults"));
    }
    String text = faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    return new Problem(
        UniverseReason.IMPORT_REFUSED.kind(),
        UniverseReason.IMPORT_REFUSED.name(),
        "nothing was imported because of "
            + count
            + (count == 1 ? " fault:\n" : " faults:\n")
            + text,
        faults);
  }
}
