package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of docs/configuration.md name every key that the readers know, and no other. */
class ConfigurationDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-zA-Z_.]+)` \\|[^|]+\\| (live|restart|descriptive)\\b");
  private static final String NO_KEY = "qqqqqqqqqqqqqqqq";
  private static final Pattern EXPECTED = Pattern.compile("expected one of ([a-z_, ]+)");

  private final Path folder;

  ConfigurationDocumentTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Set<String> documented() throws IOException {
    return ROW.matcher(Files.readString(DOCUMENT))
        .results()
        .map((MatchResult row) -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the readers say they expect beside a key that means nothing. */
  private Set<String> known(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("file.yaml"), yaml);
    List<Fault> faults = ConfigLoader.read(file, Map.of()).problemOrThrow().faults();
    Set<String> keys = new TreeSet<>();
    for (Fault fault : faults) {
      Matcher expected = EXPECTED.matcher(fault.message());
      if (fault.place().endsWith(NO_KEY) && expected.find()) {
        String parent =
            fault
                .place()
                .substring(fault.place().lastIndexOf(' ') + 1)
                .replace(NO_KEY, "")
                .replaceAll("\\[\\d+]", "");
        Arrays.stream(expected.group(1).split(", ", -1)).forEach(key -> keys.add(parent + key));
      }
    }
    return keys;
  }

  @Test
  void namesEveryKeyOfTheDeviceFile() throws IOException {
    String yaml =
        """
        device:
          id: primary
          NO: 1
          network: {NO: 1}
          resources: {NO: 1}
          database: {NO: 1}
          tls: {NO: 1}
          alerts:
            NO: 1
            email: {NO: 1}
            ntfy: {NO: 1}
            webhook: {NO: 1}
            dead_man: {NO: 1}
        """;
    Set<String> keys = known(yaml.replace("NO", NO_KEY));
    keys.removeAll(Set.of("device.database", "device.network", "device.resources", "device.tls"));
    keys.removeAll(Set.of("device.alerts", "device.alerts.email", "device.alerts.ntfy"));
    keys.removeAll(Set.of("device.alerts.webhook", "device.alerts.dead_man"));

    assertThat(documented().stream().filter(key -> key.startsWith("device.")))
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void namesEveryKeyOfTheServicesFile() throws IOException {
    String yaml =
        """
        deployment: {NO: 1}
        services:
          planning:
            NO: 1
            instances: [{device_id: primary, NO: 1}]
            client: {NO: 1}
            health_check: {NO: 1}
          gateway: {device_id: primary, NO: 1}
        resources:
          planning: {NO: 1}
        devices:
          primary: {address: localhost, NO: 1}
        """;
    Set<String> keys =
        known(yaml.replace("NO", NO_KEY)).stream()
            .map(
                key ->
                    key.replace(".planning.", ".S.")
                        .replace("services.gateway.", "services.S.")
                        .replace("devices.primary.", "devices.ID.")
                        .replace("services.S.http_port", "services.gateway.http_port"))
            .collect(Collectors.toCollection(TreeSet::new));
    keys.removeAll(Set.of("services.S.client", "services.S.health_check"));

    assertThat(documented().stream().filter(key -> !key.startsWith("device.")))
        .containsExactlyInAnyOrderElementsOf(keys);
  }
}
