package dev.arduinotrader.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data directory with imported prices, 30,000 EUR and two wishes, as it is on the evening of
 * 2023-05-25 before the first cycle. Made once for all tests of a process, each of which works on a
 * copy.
 */
final class PreparedMarket {
  private static final String EVENING = "2023-05-25T21:00:00Z";
  private static final String US = "wishes.KO.minimumWeight=0.10";
  private static final String UK = "wishes.TSCO.L.minimumWeight=0.10";
  private static final Path FOLDER =
      Path.of("target", "prepared-market-" + System.getProperty("tests.fork", "1"))
          .toAbsolutePath();
  private static boolean made;

  private PreparedMarket() {}

  /** A trader on a copy in this folder. */
  static Trader in(Path folder) {
    try {
      copy(data(), folder.resolve("data"));
      return new Trader(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized Path data() throws IOException {
    Trader trader = new Trader(FOLDER);
    if (!made) {
      removeFolder();
      make(trader);
      made = true;
    }
    return trader.data();
  }

  private static void make(Trader trader) {
    MarketFiles.write(FOLDER.resolve("files"));
    for (String part : List.of("us", "uk", "fx")) {
      String files = FOLDER.resolve("files").resolve(part).toString();
      trader.run("universe", "import", files, "--as-of", EVENING).succeeded();
    }
    trader.run("portfolio", "deposit", "30000", "EUR", "--as-of", EVENING).succeeded();
    trader.run("policy", "set", US, UK, "--as-of", EVENING).succeeded();
  }

  private static void removeFolder() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> files = Files.walk(FOLDER)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
