package dev.arduinotrader.universe.model.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: without accents, capitals and signs, and with small mistakes. */
final class Spelling {
  private static final Pattern MARKS = Pattern.compile("[\\p{M}.'’]+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Spelling() {}

  /** The words of a text in capitals, without accents and signs. */
  static List<String> words(String text) {
    String plain = plain(text);
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }

  /** The text in capitals, its words apart by one blank, without accents, dots and signs. */
  static String plain(String text) {
    String letters = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return SIGNS.matcher(letters.toUpperCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** How many mistakes are forgiven in a word: none in up to three letters, two from eight on. */
  static int mistakesForgiven(String word) {
    if (word.length() < 4) {
      return 0;
    }
    return word.length() < 8 ? 1 : 2;
  }

  /**
   * How many letters must be added, left out, changed or swapped with their neighbour to make a
   * word the beginning of another one (optimal string alignment).
   */
  static int mistakesInBeginning(String word, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= word.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + changed);
        boolean swapped =
            i > 1
                && j > 1
                && word.charAt(i - 1) == other.charAt(j - 2)
                && word.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    int fewest = last[0];
    for (int mistakes : last) {
      fewest = Math.min(fewest, mistakes);
    }
    return fewest;
  }
}
