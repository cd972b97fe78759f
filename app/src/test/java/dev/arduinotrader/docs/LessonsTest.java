package dev.arduinotrader.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every lesson in docs/lessons.md names tests that are there. */
class LessonsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (T\\d+b?) \\| (.+) \\| (.+) \\|$");
  private static final List<String> OF_MARKET_DATA_AND_BOOKS =
      Stream.of(
              7, 8, 11, 13, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 33, 34, 35, 37, 57)
          .map(number -> "T" + number)
          .toList();

  private final String page = Documents.read(Documents.root().resolve("docs/lessons.md"));

  @Test
  void namesTestsThatAreThere() {
    List<String> missing = new ArrayList<>();
    NamedTests tests = new NamedTests();
    for (MatchResult row : ROW.matcher(page).results().toList()) {
      missing.addAll(tests.missing(row.group(1), row.group(3)));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void hasEachLessonOnceInOrderAndAllOfMarketDataAndBooks() {
    List<String> numbers =
        ROW.matcher(page).results().map((MatchResult row) -> row.group(1)).toList();
    assertThat(numbers).containsAll(OF_MARKET_DATA_AND_BOOKS).doesNotHaveDuplicates();
    assertThat(numbers)
        .isSortedAccordingTo(
            java.util.Comparator.comparingInt(
                number -> Integer.parseInt(number.replaceAll("\\D", ""))));
  }
}
