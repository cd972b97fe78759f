package dev.arduinotrader.testkit;

import java.util.List;
import java.util.Random;

/** Good JSON made odd, as servers do: another kind of value in some place, or half an answer. */
public final class OddJson {
  /** A PHP list for an object, texts for numbers, commas, one object for a list, and worse. */
  private static final List<String> ODD =
      List.of(
          "null",
          "[]",
          "{}",
          "[null]",
          "\"\"",
          "\"1\"",
          "\"1,5\"",
          "\"N/A\"",
          "-1",
          "0",
          "true",
          "NaN",
          "1e400",
          "1e30",
          "-999999999999999999",
          "9999999999999999999",
          "\"\\u0000\"",
          "[[1,2],[3]]",
          "{\"0\":1}",
          "\"-0,36\"",
          "{\"c\":\"A.US\",\"ltp\":\"1\"}");

  private OddJson() {}

  /** The text with one to three values replaced by odd ones, or broken off somewhere. */
  public static String spoiled(String good, Random random) {
    String text = good;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int from = random.nextInt(text.length());
      if (random.nextInt(10) == 0) {
        return text.substring(0, from);
      }
      int start = nextValue(text, from);
      int end = start;
      while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      text = text.substring(0, start) + ODD.get(random.nextInt(ODD.size())) + text.substring(end);
    }
    return text;
  }

  private static int nextValue(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (":[,".indexOf(text.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return text.indexOf(':') + 1;
  }
}
