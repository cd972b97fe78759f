package dev.arduinotrader.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetListTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `devices\\.ID\\.([a-z_]+)` \\|");

  private final Path folder;

  FleetListTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Result<Map<String, DeviceHome>> read(String yaml) throws IOException {
    return FleetList.read(Files.writeString(folder.resolve("fleet.yaml"), yaml));
  }

  private List<String> faults(String yaml) throws IOException {
    return read(yaml).problemOrThrow().faults().stream().map(Fault::message).toList();
  }

  @Test
  void takesWhatIsLeftOutAsItIsDocumented() throws IOException {
    assertThat(read("devices:\n  one: {folder: /opt/trader}\n").orElseThrow())
        .containsExactly(
            Map.entry(
                "one",
                new DeviceHome(
                    "one",
                    null,
                    "/opt/trader",
                    "./trader",
                    "device.yaml",
                    "services.yaml",
                    "data")));
  }

  @Test
  void takesEveryKeyAsItIsWritten() throws IOException {
    String yaml =
        """
        devices:
          one:
            ssh: a@b
            folder: /f
            launcher: bin/l
            device_config: d.yaml
            services_config: conf/s.yaml
            data: /var/data
        """;

    assertThat(read(yaml).orElseThrow())
        .containsExactly(
            Map.entry(
                "one",
                new DeviceHome("one", "a@b", "/f", "bin/l", "d.yaml", "conf/s.yaml", "/var/data")));
  }

  @Test
  void namesEveryFaultAtOnce() throws IOException {
    assertThat(
            faults(
                "devices:\n  one: {sshh: x, data: ''}\n  two: {folder: [], ssh: -x}\nother: 1\n"))
        .containsExactlyInAnyOrder(
            "other: unknown key; expected one of devices",
            "sshh: unknown key; expected one of ssh, folder, launcher, device_config,"
                + " services_config, data",
            "data: expected a text, found none",
            "folder: missing; expected where the program is",
            "folder: expected a text, found none",
            "ssh: expected USER@HOST, found an option of ssh");
  }

  @ParameterizedTest
  @CsvSource({"''", "devices", "devices: []", "devices: {}", "devices: {one: /opt}"})
  void refusesAFileWithoutDevices(String yaml) throws IOException {
    assertThat(faults(yaml)).isNotEmpty();
  }

  @Test
  void refusesADeviceThatIsListedTwice() throws IOException {
    assertThat(faults("devices:\n  one: {folder: /a}\n  one: {folder: /b}\n"))
        .singleElement()
        .asString()
        .contains("Duplicate field 'one'");
  }

  @Test
  void isDocumentedKeyByKey() throws IOException {
    String document = Files.readString(DOCUMENT);
    String section = document.substring(document.indexOf("## fleet.yaml"));

    assertThat(ROW.matcher(section).results().map((MatchResult row) -> row.group(1)))
        .containsExactlyElementsOf(FleetList.KEYS);
  }
}
