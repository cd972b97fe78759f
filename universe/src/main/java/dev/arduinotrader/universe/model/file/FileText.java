package dev.arduinotrader.universe.model.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A text file that has been read.
 *
 * @param name how people know it, such as prices.csv or, in a folder of folders, us/prices.csv
 * @param text its content, without a byte order mark
 */
public record FileText(String name, String text) {
  /** The name without the folders it is in. */
  public String baseName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * One line that is not blank.
   *
   * @param number counted from 1
   */
  public record Line(int number, String text) {}

  /** The lines that are not blank, with their numbers. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        lines.add(new Line(number, line));
      }
    }
    return lines;
  }
}
