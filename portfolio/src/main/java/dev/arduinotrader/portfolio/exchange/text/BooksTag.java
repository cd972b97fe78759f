package dev.arduinotrader.portfolio.exchange.text;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What another program has no column for, at the end of a note: {@code [trader id=m-1]}. With it,
 * an exported entry that comes back is known to be the same one.
 *
 * @param note what a person wrote, without the tag
 * @param values by name, in the order of names; empty when there was no tag
 */
public record BooksTag(String note, Map<String, String> values) {
  public static final String ID = "id";
  public static final String ORDER = "order";
  public static final String FEE_OF = "fee-of";
  public static final String PRICE = "price";
  public static final String GROSS = "gross";
  public static final String FIRST_BOUGHT = "first-bought";
  public static final String UNIT = "unit";

  private static final Pattern TAG = Pattern.compile("(?s)(.*?) ?\\[trader ([^\\[\\]]*)]");

  public BooksTag {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** Reads a note; one without a tag is all note. */
  public static BooksTag read(String text) {
    Matcher matcher = TAG.matcher(text);
    if (!matcher.matches()) {
      return new BooksTag(text, Map.of());
    }
    Map<String, String> values = new TreeMap<>();
    for (String each : matcher.group(2).split(" ", -1)) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        values.put(
            each.substring(0, equals),
            URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return new BooksTag(matcher.group(1), values);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value, empty when there is none. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** The note with its tag, as {@link #read} reads it. */
  public String text() {
    StringBuilder tag = new StringBuilder("[trader");
    values.forEach(
        (name, value) ->
            tag.append(' ')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return (note.isEmpty() ? "" : note + " ") + tag + "]";
  }
}
