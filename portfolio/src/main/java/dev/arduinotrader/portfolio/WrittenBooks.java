package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * Books as a text whose format cannot hold everything.
 *
 * @param entries how many movements are in the text
 * @param leftOut one sentence for each movement that counts and is not in the text
 * @param takenBack one sentence for each movement that is not in the text because it was taken
 *     back, and for each reversal
 */
public record WrittenBooks(String text, int entries, List<String> leftOut, List<String> takenBack) {
  public WrittenBooks {
    leftOut = List.copyOf(leftOut);
    takenBack = List.copyOf(takenBack);
  }
}
