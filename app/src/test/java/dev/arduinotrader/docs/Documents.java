package dev.arduinotrader.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The documents of this repository, whatever folder the tests are started in. */
final class Documents {
  private Documents() {}

  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("scripts/format.sh"))) {
        return folder;
      }
    }
    throw new IllegalStateException("expected scripts/format.sh in a folder above " + here);
  }

  /** The main files of all modules whose names end so, sorted; none of generated ones. */
  static List<Path> mainFiles(String ending) {
    try (Stream<Path> folders = Files.list(root())) {
      return folders
          .map(module -> module.resolve("src/main"))
          .filter(Files::isDirectory)
          .flatMap(main -> files(main, ending).stream())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below this folder whose names end so, sorted. */
  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(ending) && Files.isRegularFile(path))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
