package dev.arduinotrader.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The built program, with the fast start that its launcher gives it: these tests start it some
 * hundred times. Without the folder of its libraries it is started slowly, from this class path.
 */
final class Program {
  private static final String MAIN = "dev.arduinotrader.app.Main";
  private static final Path LIBRARIES =
      Path.of("..", "app", "target", "lib").toAbsolutePath().normalize();
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final List<String> FLAGS =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final Optional<Path> CACHE = fastStart();

  private Program() {}

  /** What starts it; the arguments come after. */
  static List<String> command() {
    return command(classPath(), MAIN);
  }

  /** What starts a class of these tests that has a main method of its own. */
  static List<String> command(Class<?> other) {
    String tests = TARGET.resolve("test-classes").toString();
    return command(
        CACHE.isPresent()
            ? classPath() + System.getProperty("path.separator") + tests
            : classPath(),
        other.getName());
  }

  private static List<String> command(String classPath, String main) {
    List<String> command = new ArrayList<>(FLAGS);
    CACHE.ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
    command.addAll(List.of("-cp", classPath, main));
    return command;
  }

  private static String classPath() {
    if (CACHE.isPresent()) {
      return LIBRARIES.resolve("*").toString();
    }
    String real = System.getProperty("surefire.real.class.path");
    return real == null ? System.getProperty("java.class.path") : real;
  }

  /** Makes the cache once for every build, whichever of the tests' processes comes first. */
  private static Optional<Path> fastStart() {
    if (!Files.isDirectory(LIBRARIES)) {
      return Optional.empty();
    }
    Path cache = TARGET.resolve("trader.aot");
    try (FileChannel channel =
            FileChannel.open(
                TARGET.resolve("trader.aot.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !isCurrent(cache)) {
        train(cache);
      }
      return Optional.of(cache);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCurrent(Path cache) throws IOException {
    if (!Files.exists(cache)) {
      return false;
    }
    FileTime made = Files.getLastModifiedTime(cache);
    try (Stream<Path> libraries = Files.list(LIBRARIES)) {
      return libraries.noneMatch(library -> changed(library).compareTo(made) > 0);
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void train(Path cache) throws IOException {
    List<String> command = new ArrayList<>(FLAGS);
    command.add("-XX:AOTCacheOutput=" + cache);
    command.addAll(List.of("-cp", LIBRARIES.resolve("*").toString(), MAIN, "train"));
    Path said = TARGET.resolve("train.log");
    Process training =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      if (training.waitFor() != 0) {
        throw new AssertionError("expected a fast start, found: " + Files.readString(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
