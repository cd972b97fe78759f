package dev.arduinotrader.universe.model.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The European Central Bank's daily rates as XML ({@code eurofxref-daily.xml}, also the files of 90
 * days and of all days), turned into the table that its zipped history is. Only the ECB's own plain
 * form is understood; nothing in such a file is followed or expanded.
 */
final class EcbXml {
  private static final Pattern CUBE = Pattern.compile("<Cube\\b([^<>]*)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*(?:'([^'<>]*)'|\"([^\"<>]*)\")");
  private static final String END = "</gesmes:Envelope>";

  private EcbXml() {}

  /** Whether a text is such a file, by how it begins and what it holds. */
  static boolean matches(FileText file) {
    String text = file.text().stripLeading();
    return text.startsWith("<") && text.contains("gesmes:Envelope") && text.contains("<Cube");
  }

  /**
   * The same rates as a table: Date and a column for each currency. What it gives is of no use when
   * faults were noted.
   */
  static FileText table(FileText file, FileFaults faults) {
    Map<String, Map<String, String>> days = new LinkedHashMap<>();
    Set<String> currencies = new LinkedHashSet<>();
    String day = null;
    Matcher cubes = CUBE.matcher(file.text());
    while (cubes.find()) {
      int line = lineOf(file.text(), cubes.start());
      Map<String, String> attributes = attributes(file, line, cubes.group(1), faults);
      String time = attributes.get("time");
      String currency = attributes.get("currency");
      String rate = attributes.get("rate");
      if (time != null) {
        day = time;
        if (days.putIfAbsent(day, new LinkedHashMap<>()) != null) {
          faults.add(file.name(), line, "expected each day once, found " + day + " again");
        }
      } else if (currency != null && rate != null && day != null) {
        currencies.add(currency);
        if (days.getOrDefault(day, new LinkedHashMap<>()).put(currency, rate) != null) {
          faults.add(file.name(), line, "expected " + currency + " once a day, found it twice");
        }
      } else if (!attributes.isEmpty()) {
        faults.add(
            file.name(),
            line,
            "expected a Cube with time, or below it one with currency and rate, found "
                + attributes);
      }
    }
    if (!file.text().stripTrailing().endsWith(END)) {
      faults.add(file.name(), "expected " + END + " at the end\nMaybe the file was cut off.");
    }
    return new FileText(file.name(), csv(days, new ArrayList<>(currencies)));
  }

  private static Map<String, String> attributes(
      FileText file, int line, String text, FileFaults faults) {
    Map<String, String> attributes = new LinkedHashMap<>();
    String rest = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    Matcher matcher = ATTRIBUTE.matcher(rest);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      attributes.put(
          matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
      end = matcher.end();
    }
    if (!rest.substring(end).isBlank()) {
      faults.add(
          file.name(), line, "expected attributes such as currency='USD', found '" + rest + "'");
    }
    return attributes;
  }

  private static int lineOf(String text, int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  private static String csv(Map<String, Map<String, String>> days, List<String> currencies) {
    StringBuilder text =
        new StringBuilder("Date,").append(String.join(",", currencies)).append('\n');
    days.forEach(
        (day, rates) -> {
          text.append(day);
          currencies.forEach(currency -> text.append(',').append(rates.getOrDefault(currency, "")));
          text.append('\n');
        });
    return text.toString();
  }
}
