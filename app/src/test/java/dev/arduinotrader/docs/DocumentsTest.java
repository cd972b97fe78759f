package dev.arduinotrader.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents promise about the repository is there. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern TABLE = Pattern.compile("(?m)^create table (\\w+)");
  private static final Pattern MIGRATION =
      Pattern.compile("/src/main/resources/db/(\\w+)/[^/]+[.]sql$");

  @Test
  void pointsToFilesThatExist() {
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      LINK.matcher(Documents.read(document))
          .results()
          .map((MatchResult link) -> link.group(1))
          .filter(target -> !target.contains("://"))
          .filter(target -> !Files.exists(document.resolveSibling(target)))
          .forEach(target -> missing.add(document + " -> " + target));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void saysHowLongEveryTableIsKept() {
    String operations = Documents.read(Documents.root().resolve("docs/operations.md"));
    List<String> missing = new ArrayList<>();
    for (Path migration : Documents.mainFiles(".sql")) {
      Matcher place = MIGRATION.matcher(migration.toString().replace('\\', '/'));
      if (!place.find()) {
        continue;
      }
      String prefix = place.group(1).equals("platform") ? "" : place.group(1) + ".";
      TABLE
          .matcher(Documents.read(migration))
          .results()
          .map((MatchResult table) -> "| `" + prefix + table.group(1) + "` |")
          .filter(row -> !operations.contains(row))
          .forEach(missing::add);
    }
    assertThat(missing).as("rows of the table in docs/operations.md").isEmpty();
  }

  private static List<Path> documents() {
    Path root = Documents.root();
    return Stream.concat(
            Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
                .map(root::resolve),
            Documents.files(root.resolve("docs"), ".md").stream())
        .toList();
  }
}
