package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is refused whole, with its place, its value and the next step. */
final class BadInputTest {
  private final Path folder;
  private final Trader trader;

  BadInputTest(@TempDir Path folder) {
    this.folder = folder;
    this.trader = new Trader(folder);
  }

  @Test
  void namesAnUnknownKeyWithItsLineAndWhatWasMeant() throws IOException {
    Path services = edited("planning:", "planing:");

    Trader.Outcome outcome = trader.run("config", "check", services.toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("services.yaml:", "planing", "Maybe planning");
  }

  @Test
  void namesBothServicesOfADuplicatePort() throws IOException {
    FleetFiles files = FleetFiles.local(folder);
    String text = Files.readString(files.services());
    String first = text.lines().filter(line -> line.contains(" port:")).findFirst().orElseThrow();
    String second =
        text.lines().filter(line -> line.contains(" port:")).skip(1).findFirst().orElseThrow();
    Files.writeString(files.services(), text.replace(second, first));

    Trader.Outcome outcome = trader.run("config", "check", files.services().toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("port", "planning", "scoring");
  }

  @Test
  void refusesARoleThatDoesNotExist() throws IOException {
    Path device = folder.resolve("device.yaml");
    Files.writeString(device, "device:\n  id: primary\n  name: x\n  roles: [compote]\n");

    Trader.Outcome outcome = trader.run("config", "check", device.toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("device.yaml:4", "compote", "compute");
  }

  @Test
  void refusesAServiceWithoutAHome() throws IOException {
    Path elsewhere = edited("device_id: primary", "device_id: attic");
    Trader.Outcome unknown = trader.run("config", "check", elsewhere.toString());
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("services.yaml:6: services.planning.device_id", "'attic'", "Maybe add it");

    Path nowhere = edited("(?s)  scoring:.*?  optimization:", "  optimization:");
    Trader.Outcome missing = trader.run("config", "check", nowhere.toString());
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("services.scoring: missing", "Maybe add it");
  }

  @Test
  void storesNothingOfATruncatedFile() throws IOException {
    MarketFiles.write(folder.resolve("files"));
    Path prices = folder.resolve("files/us/prices.csv");
    Files.writeString(prices, Files.readString(prices) + "2023-06-02,12.5\n");

    Trader.Outcome outcome =
        trader.run("universe", "import", folder.resolve("files/us").toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("prices.csv:891: expected 4 columns", "Maybe the file was cut off")
        .contains("nothing was imported");
    for (JsonNode security : trader.run("universe", "list", "-o", "json").succeeded().json()) {
      assertThat(security.path("simulated").asBoolean()).as(security.toString()).isTrue();
    }
  }

  @Test
  void refusesAPriceOfZeroNamingPlaceValueAndNextStep() throws IOException {
    MarketFiles.write(folder.resolve("files"));
    Path prices = folder.resolve("files/us/prices.csv");
    Files.writeString(prices, Files.readString(prices) + "2023-06-01,0,1.5,1.5\n");

    Trader.Outcome outcome =
        trader.run("universe", "import", folder.resolve("files/us").toString()).succeeded();

    assertThat(outcome.out() + outcome.err()).contains("trader universe findings");
    assertThat(trader.run("universe", "findings", "-o", "json").succeeded().json())
        .anySatisfy(
            finding -> {
              assertThat(finding.path("series").asText()).isEqualTo("US0378331005");
              assertThat(finding.path("date").asText()).isEqualTo("2023-06-01");
              assertThat(finding.path("value").asDouble(-1)).isZero();
              assertThat(finding.path("action").asText()).isEqualTo("REJECTED");
            });
  }

  @Test
  void namesTheRightCheckDigitOfAnIsin() throws IOException {
    MarketFiles.write(folder.resolve("files"));
    Path securities = folder.resolve("files/us/securities.csv");
    Files.writeString(
        securities, Files.readString(securities).replace("US0378331005", "US0378331004"));

    Trader.Outcome outcome =
        trader.run("universe", "import", folder.resolve("files/us").toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("securities.csv", "US0378331004", "5");
  }

  @Test
  void refusesANegativeDepositAndAnUnknownCurrency() {
    Trader.Outcome negative = trader.run("portfolio", "deposit", "-5");
    Trader.Outcome currency = trader.run("portfolio", "deposit", "5", "EUX");

    assertThat(negative.exitCode()).isEqualTo(2);
    assertThat(negative.err()).contains("-5");
    assertThat(currency.exitCode()).isEqualTo(2);
    assertThat(currency.err()).contains("EUX");
  }

  private Path edited(String from, String to) throws IOException {
    FleetFiles files = FleetFiles.local(folder);
    String text = Files.readString(files.services());
    Files.writeString(files.services(), text.replaceFirst(from, to));
    return files.services();
  }
}
