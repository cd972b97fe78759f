package dev.arduinotrader.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every lesson in docs/lessons.md names tests that are there. */
class LessonsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (T\\d+b?) \\| (.+) \\| (.+) \\|$");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)[.](\\w+)`");
  private static final Pattern METHOD =
      Pattern.compile(
          "(?s)@(?:Test|ParameterizedTest|TestFactory)\\b.*?"
              + "(?:void|Stream<DynamicTest>) (\\w+)\\(");

  private static final List<String> OF_MARKET_DATA_AND_BOOKS =
      Stream.of(
              7, 8, 11, 13, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 33, 34, 35, 37, 57)
          .map(number -> "T" + number)
          .toList();

  private final String page = Documents.read(Documents.root().resolve("docs/lessons.md"));

  @Test
  void namesTestsThatAreThere() {
    Map<String, List<String>> methods = testMethods();
    List<String> missing = new ArrayList<>();
    for (MatchResult row : ROW.matcher(page).results().toList()) {
      List<MatchResult> named = NAMED.matcher(row.group(3)).results().toList();
      if (named.isEmpty()) {
        missing.add(row.group(1) + " names no test");
      }
      named.stream()
          .filter(test -> !methods.getOrDefault(test.group(1), List.of()).contains(test.group(2)))
          .forEach(test -> missing.add(row.group(1) + " " + test.group()));
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

  private static Map<String, List<String>> testMethods() {
    Map<String, List<String>> methods = new HashMap<>();
    for (Path file : testFiles()) {
      String name = file.getFileName().toString().replace(".java", "");
      METHOD
          .matcher(Documents.read(file))
          .results()
          .forEach(
              method -> methods.computeIfAbsent(name, n -> new ArrayList<>()).add(method.group(1)));
    }
    return methods;
  }

  private static List<Path> testFiles() {
    return Documents.files(Documents.root(), ".java").stream()
        .filter(file -> file.toString().replace('\\', '/').contains("/src/test/java/"))
        .toList();
  }
}
