package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a configuration came from.
 *
 * @param text one line for the log: which files were read, and who named them
 * @param files the files that were read, to be watched for changes
 * @param lines the place ({@code services.yaml:12}) of each key path ({@code services.planning})
 */
public record Sources(String text, List<Path> files, Map<String, String> lines) {
  public Sources {
    files = List.copyOf(files);
    lines = Map.copyOf(lines);
  }

  /** The fault with file and line put before its key path, as near as they are known. */
  public Fault locate(Fault fault) {
    String line = lineOf(fault.place());
    return line == null ? fault : new Fault(line + ": " + fault.place(), fault.message());
  }

  /** These sources and those of the other kind of file, as one. */
  public Sources and(Sources other) {
    List<Path> allFiles = new ArrayList<>(files);
    allFiles.addAll(other.files);
    Map<String, String> allLines = new LinkedHashMap<>(lines);
    allLines.putAll(other.lines);
    return new Sources(text + ", " + other.text, allFiles, allLines);
  }

  private @Nullable String lineOf(String keyPath) {
    String path = keyPath;
    while (!path.isEmpty()) {
      String line = lines.get(path);
      if (line != null) {
        return line;
      }
      path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
    return null;
  }
}
