package dev.arduinotrader.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/degraded-modes.md has one row for each service, with tests and codes that are there. */
class DegradedModesPageTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([a-z]+) \\| (.+) \\| (.+) \\| (.+) \\| (.+) \\|$");
  private static final Pattern CODE = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+)`");

  private final String page = Documents.read(Documents.root().resolve("docs/degraded-modes.md"));
  private final List<MatchResult> rows = ROW.matcher(page).results().toList();

  @Test
  void hasOneRowForEachService() {
    assertThat(rows)
        .extracting((MatchResult row) -> row.group(1))
        .containsExactly(
            "universe", "portfolio", "scoring", "optimization", "planning", "trading", "gateway");
  }

  @Test
  void namesTestsThatAreThere() {
    NamedTests tests = new NamedTests();
    assertThat(rows).flatMap(row -> tests.missing(row.group(1), row.group(5))).isEmpty();
  }

  @Test
  void namesCodesThatAreThere() {
    String codes = Documents.read(Documents.root().resolve("docs/reason-codes.md"));
    assertThat(CODE.matcher(page).results().map((MatchResult code) -> code.group(1)))
        .filteredOn(code -> !code.equals("HELD_BACK"))
        .isNotEmpty()
        .allSatisfy(code -> assertThat(codes).contains("| `" + code + "` |"));
  }
}
