package dev.arduinotrader.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every fault in docs/order-faults.md names tests that are there. */
class OrderFaultsTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| (`.+`) \\|$");
  private static final int FAULTS_MIN = 30;

  @Test
  void namesTestsThatAreThere() {
    String page = Documents.read(Documents.root().resolve("docs/order-faults.md"));
    NamedTests tests = new NamedTests();
    List<String> rows = page.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(FAULTS_MIN).allMatch(ROW.asMatchPredicate());
    assertThat(
            ROW.matcher(page)
                .results()
                .flatMap(row -> tests.missing(row.group(1), row.group(3)).stream()))
        .isEmpty();
  }
}
