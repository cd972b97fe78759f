package dev.arduinotrader.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this repository, whatever folder the tests are started in. */
final class Repository {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private Repository() {}

  /** One Java file. */
  record JavaFile(String module, boolean test, Path path, String text) {
    /** Path from the root, with slashes, as an editor opens it. */
    String place() {
      return root().relativize(path).toString().replace('\\', '/');
    }

    Path folder() {
      return path.resolveSibling(".").normalize();
    }

    boolean isPackageInfo() {
      return path.endsWith("package-info.java");
    }
  }

  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("scripts/format.sh"))) {
        return folder;
      }
    }
    throw new IllegalStateException("expected scripts/format.sh in a folder above " + here);
  }

  /** The modules in the order of the root pom.xml. */
  static List<String> modules() {
    return MODULE
        .matcher(read(root().resolve("pom.xml")))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** Every Java file of every module, sorted by path; none of generated code. */
  static List<JavaFile> javaFiles() {
    return modules().stream()
        .flatMap(module -> Stream.concat(javaFiles(module, false), javaFiles(module, true)))
        .toList();
  }

  /** The files below this folder whose names end so, sorted; none when there is no such folder. */
  static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JavaFile> javaFiles(String module, boolean test) {
    Path folder = root().resolve(module).resolve(test ? "src/test/java" : "src/main/java");
    return files(folder, ".java").stream()
        .map(path -> new JavaFile(module, test, path, read(path)));
  }
}
