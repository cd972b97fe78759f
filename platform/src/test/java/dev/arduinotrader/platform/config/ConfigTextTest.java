package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTextTest {
  private final Path folder;

  ConfigTextTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void refusesAKeyThatIsGivenTwice() {
    assertThat(Texts.faults(folder, "device.yaml", "device:\n  id: a\n  name: x\n  id: b\n"))
        .containsExactly(
            "device.yaml:4: device.id: given twice, first on line 2; Maybe remove one of them.");
  }

  @Test
  void refusesAliasesAndFurtherDocuments() {
    assertThat(
            Texts.faults(
                folder, "device.yaml", "device:\n  id: &x a\n  name: *x\n---\ndevice: {}\n"))
        .containsExactly(
            "device.yaml:3: device.name: aliases are not followed; Maybe repeat the value.",
            "device.yaml:5: a second document; Maybe one file each was meant.");
  }

  @Test
  void namesTheLineOfBrokenYaml() {
    assertThat(Texts.faults(folder, "device.yaml", "device:\n  id: a\n   name: b\n"))
        .singleElement()
        .asString()
        .startsWith("device.yaml:3: expected YAML, found: ");
    assertThat(Texts.faults(folder, "device.yaml", "device:\n  id: [a\n"))
        .singleElement()
        .asString()
        .startsWith("device.yaml:2: expected YAML, found: ");
  }

  @Test
  void refusesAFileWithoutKeys() {
    assertThat(Texts.faults(folder, "device.yaml", "- a\n- b\n"))
        .containsExactly("device.yaml:1: expected keys such as device or services, found a list");
    assertThat(Texts.faults(folder, "services.yaml", "# nothing\n"))
        .singleElement()
        .asString()
        .startsWith("services.yaml:1: services: missing; expected the homes of planning");
  }

  @Test
  void refusesWhatIsNotAReadableFile() throws IOException {
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});

    assertThat(Texts.faults(folder, ConfigLoader.read(binary, Map.of())))
        .containsExactly("binary.yaml: expected text in UTF-8, found other bytes");
    assertThat(Texts.faults(folder, ConfigLoader.read(folder.resolve("absent.yaml"), Map.of())))
        .containsExactly("absent.yaml: no such file; Maybe it is relative to another directory.");
    assertThat(ConfigLoader.read(folder, Map.of()).problemOrThrow().message())
        .contains("expected a file, found a directory");
  }

  @Test
  void replacesVariablesOfTheEnvironment() {
    Path file =
        Texts.write(
            folder,
            "device.yaml",
            """
            device:
              id: ${BOARD}
              name: "${BOARD} in ${ROOM:-the cellar}, ${EMPTY:-lit}"
              resources: {max_workers: "${WORKERS:-6}"}
            """);

    ConfigFile read =
        ConfigLoader.read(file, Map.of("BOARD", "board-7", "EMPTY", "")).orElseThrow();

    DeviceConfig device = ((ConfigFile.DeviceFile) read).device();
    assertThat(device.id()).isEqualTo("board-7");
    assertThat(device.name()).isEqualTo("board-7 in the cellar, lit");
    assertThat(device.resources().maxWorkers()).isEqualTo(6);
  }

  @Test
  void refusesVariablesThatAreMissingOrMisspelt() {
    assertThat(
            Texts.faults(
                folder, "device.yaml", "device:\n  id: ${BOARD}\n  name: ${a-b} and ${c\n"))
        .containsExactly(
            "device.yaml:2: device.id: the environment has no variable BOARD; Maybe set it, or"
                + " write ${BOARD:-default}.",
            "device.yaml:3: device.name: expected ${NAME} or ${NAME:-default}, found '${a-b}'",
            "device.yaml:3: device.name: expected ${NAME} or ${NAME:-default}, found '${c'");
  }

  /** The law: whatever the text, the answer is a configuration or a list of faults with places. */
  @Test
  void neverFailsOtherwiseThanByNamingFaults() {
    Random random = new Random(7);
    String alphabet = "{}[]:,-&*!|>'\"%@`# \n\t\u0000\u0085ab0$~?";
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder(Texts.sevenServices());
      for (int edit = random.nextInt(4); edit >= 0; edit--) {
        int start = random.nextInt(text.length());
        int end = Math.min(text.length(), start + random.nextInt(12));
        char inserted = alphabet.charAt(random.nextInt(alphabet.length()));
        text.replace(start, end, String.valueOf(inserted));
      }
      Path file = Texts.write(folder, "services.yaml", text.toString());

      Result<ConfigFile> result = ConfigLoader.read(file, Map.of());

      if (result instanceof Result.Failure<ConfigFile>(Problem problem)) {
        assertThat(problem.faults()).as(text.toString()).isNotEmpty();
        assertThat(problem.faults())
            .as(text.toString())
            .allMatch(fault -> fault.place().startsWith(file + ":"));
      }
    }
  }
}
