package dev.arduinotrader.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.architecture.Repository.JavaFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules that a compiler does not know. */
class TidyTest {
  private static final int LINES_MAX = 500;

  private static final Pattern TIME_AND_CHANCE =
      Pattern.compile(
          "\\b(?:(?:Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime)"
              + "(?:\\.|::)now\\b|Clock(?:\\.|::)system|System(?:\\.|::)currentTimeMillis"
              + "|UUID(?:\\.|::)randomUUID|Math(?:\\.|::)random\\b"
              + "|ThreadLocalRandom\\b|SecureRandom\\b|new Random\\(\\s*\\)|Random::new)");
  private static final Pattern RANDOM = Pattern.compile("\\bnew Random\\(");
  private static final Pattern SLEEP =
      Pattern.compile("\\bThread(?:\\.|::)sleep\\b|\\.sleep\\((?:Duration|\\d)");
  private static final Pattern PRINT =
      Pattern.compile("\\bSystem\\.(?:out|err)\\b|\\.printStackTrace\\(\\)");
  private static final Pattern SWITCHED_OFF = Pattern.compile("@Disabled");
  private static final Pattern LEFT_FOR_LATER =
      Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.$}/~-])/(?:home|root|Users|work)/\\w|\\b[A-Z]:\\\\\\\\?Users");

  private final List<JavaFile> files = Repository.javaFiles();

  @Test
  void looksAtTheFilesOfTheRepository() {
    assertThat(files).extracting(JavaFile::module).contains("kernel", "platform", "app");
  }

  @Test
  void takesTimeAndChanceFromThePlatformOnly() {
    assertThat(findings(main().and(outside("platform", "bench")), TIME_AND_CHANCE))
        .as("take a TraderClock or Ids of the platform, or a seed, as an argument")
        .isEmpty();
    assertThat(findings(JavaFile::test, TIME_AND_CHANCE))
        .as("tests fix their instants, ids and seeds")
        .isEmpty();
    assertThat(findings(main().and(outside("testkit", "bench")), RANDOM))
        .as("main code uses SplittableRandom, with a seed that is an input")
        .isEmpty();
  }

  @Test
  void neverSleeps() {
    assertThat(findings(outside("platform", "testkit", "bench"), SLEEP))
        .as("wait with a timer of the platform; tests with the bounded poller of testkit")
        .isEmpty();
    assertThat(findings(JavaFile::test, SLEEP)).isEmpty();
  }

  @Test
  void printsInTheCommandLineOnly() {
    assertThat(findings(main().and(outside("app", "bench")), PRINT))
        .as("log, or return a value that the command line prints")
        .isEmpty();
  }

  @Test
  void switchesNoTestOff() {
    assertThat(findings(file -> true, SWITCHED_OFF)).isEmpty();
  }

  @Test
  void leavesNoWorkInComments() {
    List<String> findings = new ArrayList<>();
    for (JavaFile file : files) {
      addMatches(file, file.text(), LEFT_FOR_LATER, findings);
    }
    assertThat(findings).as("write an issue instead").isEmpty();
  }

  @Test
  void explainsEverySuppressedWarning() {
    List<String> findings = new ArrayList<>();
    for (JavaFile file : files) {
      List<String> lines = file.text().lines().toList();
      List<String> code = JavaText.code(file.text()).lines().toList();
      for (int i = 0; i < code.size(); i++) {
        boolean explained =
            lines.get(i).contains("//") || (i > 0 && lines.get(i - 1).strip().startsWith("//"));
        if (code.get(i).contains("@SuppressWarnings") && !explained) {
          findings.add(file.place() + ":" + (i + 1) + ": expected a comment above that says why");
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void keepsFilesShort() {
    List<String> findings = new ArrayList<>();
    for (JavaFile file : files) {
      long lines = file.text().lines().count();
      if (lines > LINES_MAX) {
        findings.add(
            "%s: expected at most %d lines, found %d".formatted(file.place(), LINES_MAX, lines));
      }
    }
    assertThat(findings).as("one concept per file").isEmpty();
  }

  @Test
  void describesEveryPackage() {
    Set<String> described = new HashSet<>();
    Set<String> used = new HashSet<>();
    for (JavaFile file : files) {
      String name = file.module() + " " + packageOf(file);
      used.add(name);
      if (file.isPackageInfo() && isDescription(file.text())) {
        described.add(name);
      }
    }
    used.removeAll(described);
    assertThat(used)
        .as("expected a package-info.java with one Javadoc sentence and @NullMarked")
        .isEmpty();
  }

  @Test
  void namesNoFolderOfOneMachine() {
    List<String> findings = new ArrayList<>();
    for (JavaFile file : files) {
      addMatches(file, file.text(), MACHINE_PATH, findings);
    }
    for (Path path : scriptsAndSettings()) {
      addMatches(
          Repository.root().relativize(path).toString(),
          Repository.read(path),
          MACHINE_PATH,
          findings);
    }
    assertThat(findings).as("derive paths from the folder of the repository").isEmpty();
  }

  private static List<Path> scriptsAndSettings() {
    Path root = Repository.root();
    Stream<Path> poms =
        Stream.concat(Stream.of("."), Repository.modules().stream())
            .map(module -> root.resolve(module).resolve("pom.xml").normalize());
    Stream<Path> scripts =
        Stream.of("scripts", ".ci")
            .flatMap(folder -> Repository.files(root.resolve(folder), "").stream());
    return Stream.concat(poms, scripts).filter(Files::isRegularFile).toList();
  }

  private static boolean isDescription(String packageInfo) {
    return packageInfo.contains("@NullMarked")
        && Pattern.compile("/\\*\\*.*\\w.*?\\*/", Pattern.DOTALL).matcher(packageInfo).find();
  }

  private static String packageOf(JavaFile file) {
    Matcher matcher =
        Pattern.compile("(?m)^package ([\\w.]+);").matcher(JavaText.code(file.text()));
    return matcher.find() ? matcher.group(1) : "(no package) " + file.place();
  }

  private List<String> findings(Predicate<JavaFile> which, Pattern banned) {
    List<String> findings = new ArrayList<>();
    files.stream()
        .filter(which)
        .forEach(file -> addMatches(file, JavaText.code(file.text()), banned, findings));
    return findings;
  }

  private static void addMatches(
      JavaFile file, String text, Pattern banned, List<String> findings) {
    addMatches(file.place(), text, banned, findings);
  }

  private static void addMatches(String place, String text, Pattern banned, List<String> findings) {
    banned
        .matcher(text)
        .results()
        .forEach(
            match ->
                findings.add(
                    "%s:%d: found %s"
                        .formatted(place, JavaText.line(text, match.start()), match.group())));
  }

  private static Predicate<JavaFile> main() {
    return file -> !file.test();
  }

  private static Predicate<JavaFile> outside(String... modules) {
    return file -> !List.of(modules).contains(file.module());
  }
}
