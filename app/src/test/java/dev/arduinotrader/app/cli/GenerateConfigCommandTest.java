package dev.arduinotrader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateConfigCommandTest {
  private final Path folder;

  GenerateConfigCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void generate(int planningPort) throws IOException {
    StringBuilder fleet = new StringBuilder("services:\n");
    for (String name :
        new String[] {
          "planning", "scoring", "optimization", "portfolio", "trading", "universe", "gateway"
        }) {
      fleet.append("  %s: {mode: local, device_id: primary".formatted(name));
      fleet.append(name.equals("planning") ? ", port: %d}\n".formatted(planningPort) : "}\n");
    }
    fleet.append("devices:\n  primary: {address: 192.168.1.11, roles: [all]}\n");
    Path description = Files.writeString(folder.resolve("deployment.yaml"), fleet);
    StringWriter said = new StringWriter();
    PrintWriter console = new PrintWriter(said);
    int code =
        CommandLineProgram.run(
            new String[] {"config", "generate", description.toString(), "--to", folder + "/made"},
            Map.of("TRADER_DATA", folder.resolve("data").toString()),
            new Console(console, console, false));
    assertThat(code).as(said.toString()).isZero();
  }

  @Test
  void keepsTheFilesThatBecomeOthersAndNoMore() throws IOException {
    generate(50_051);
    assertThat(folder.resolve("made/config-backups")).doesNotExist();
    String before = Files.readString(folder.resolve("made/services.yaml"));

    generate(50_151);

    assertThat(folder.resolve("made/services.yaml")).content().contains("50151");
    try (Stream<Path> kept = Files.walk(folder.resolve("made/config-backups"))) {
      assertThat(kept.filter(Files::isRegularFile))
          .singleElement()
          .satisfies(
              file -> {
                assertThat(file).hasFileName("services.yaml");
                assertThat(file).hasContent(before);
              });
    }
  }
}
