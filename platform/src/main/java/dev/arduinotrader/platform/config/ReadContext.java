package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all readers of one file share: where they are, what they found wrong, and the lines. */
final class ReadContext {
  private static final Pattern LINE = Pattern.compile(":([0-9]{1,9})");

  private final String file;
  private final Map<String, String> environment;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, String> lines = new LinkedHashMap<>();

  ReadContext(String file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  String file() {
    return file;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** The faults so far, in the order in which they were found; more may be added. */
  List<Fault> faults() {
    return faults;
  }

  /** The faults in the order of their lines. */
  List<Fault> sortedFaults() {
    return faults.stream().sorted(Comparator.comparingInt(this::lineOf)).toList();
  }

  private int lineOf(Fault fault) {
    String afterFile = fault.place().substring(file.length());
    Matcher line = LINE.matcher(afterFile);
    return line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
  }

  /** The place in the file of every key path that was met. */
  Map<String, String> lines() {
    return lines;
  }

  void meet(String keyPath, int line) {
    lines.putIfAbsent(keyPath, place(line));
  }

  void fault(int line, String keyPath, String message) {
    faults.add(new Fault(place(line) + ": " + keyPath, message));
  }

  String place(int line) {
    return file + ":" + line;
  }
}
