package dev.arduinotrader.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tests that there are, and whether those that a page names are among them. */
final class NamedTests {
  private static final Pattern NAMED = Pattern.compile("`(\\w+)[.](\\w+)`");
  private static final Pattern METHOD =
      Pattern.compile(
          "(?s)@(?:Test|ParameterizedTest|TestFactory)\\b.*?"
              + "(?:void|Stream<DynamicTest>) (\\w+)\\(");

  private final Map<String, List<String>> methods = new HashMap<>();

  NamedTests() {
    for (Path file : testFiles()) {
      String name = file.getFileName().toString().replace(".java", "");
      METHOD
          .matcher(Documents.read(file))
          .results()
          .forEach(
              method -> methods.computeIfAbsent(name, n -> new ArrayList<>()).add(method.group(1)));
    }
  }

  /** What is wrong with the tests that a row names; empty when all of them are there. */
  List<String> missing(String row, String tests) {
    List<MatchResult> named = NAMED.matcher(tests).results().toList();
    return named.isEmpty()
        ? List.of(row + " names no test")
        : named.stream()
            .filter(test -> !methods.getOrDefault(test.group(1), List.of()).contains(test.group(2)))
            .map(test -> row + " " + test.group())
            .toList();
  }

  private static List<Path> testFiles() {
    return Documents.files(Documents.root(), ".java").stream()
        .filter(file -> file.toString().replace('\\', '/').contains("/src/test/java/"))
        .toList();
  }
}
