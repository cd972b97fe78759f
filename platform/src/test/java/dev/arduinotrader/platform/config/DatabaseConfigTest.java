package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseConfigTest {
  private static PostgresAddress address(String url) {
    return PostgresAddress.parse(url).orElseThrow();
  }

  @Test
  void readsAnAddressWithItsDefaults() {
    PostgresAddress here = address("postgresql://trader@localhost/fund");
    assertThat(here.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/fund");
    assertThat(here.options()).isEmpty();
    assertThat(here).hasToString("postgresql://trader@localhost:5432/fund");
  }

  @Test
  void asksOtherMachinesForAVerifiedCertificateUnlessToldOtherwise() {
    assertThat(address("postgresql://trader@a.example,b.example:6000/fund").options())
        .containsEntry("sslmode", "verify-full");
    assertThat(address("postgresql://trader@10.0.0.7/fund?sslmode=disable").options())
        .containsEntry("sslmode", "disable");
    assertThat(address("postgresql://t@localhost,db.example/fund").options())
        .containsEntry("sslmode", "verify-full");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://trader:secret@localhost/fund",
        "postgresql://localhost/fund",
        "mysql://trader@localhost/fund",
        "postgresql://trader@localhost:x/fund",
        "postgresql://trader@localhost/fund?socketTimeout=1",
        "postgresql://trader@localhost/fund?sslmode",
        "postgresql://trader@localhost/",
        ""
      })
  void refusesAnythingElseWithoutRepeatingASecret(String url) {
    assertThat(PostgresAddress.parse(url).problemOrThrow().toString())
        .contains("expected")
        .doesNotContain("secret@");
  }

  @Test
  void findsAPasswordInTheEnvironmentOrAFileAndNeverShowsIt(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "hunter2\nnot this\n");
    assertThat(
            SecretReference.parse("file:" + file).then(where -> where.read(Map.of())).orElseThrow())
        .isEqualTo("hunter2");
    assertThat(
            SecretReference.parse("env:PW")
                .then(where -> where.read(Map.of("PW", "hunter2")))
                .orElseThrow())
        .isEqualTo("hunter2");
    assertThat(
            SecretReference.parse("env:PW")
                .then(where -> where.read(Map.of()))
                .problemOrThrow()
                .message())
        .isEqualTo("expected a secret at env:PW, found none");
    assertThat(SecretReference.parse("hunter2").problemOrThrow().toString())
        .doesNotContain("hunter2");
  }

  @Test
  void namesEveryFaultOfTheDeviceFilesDatabase(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("device.yaml"),
            """
            device:
              id: primary
              database:
                url: postgresql://trader:secret@localhost/fund
                password: hunter2
            """);
    assertThat(ConfigLoader.read(file, Map.of()).problemOrThrow().faults())
        .extracting(Fault::place)
        .satisfiesExactly(
            place -> assertThat(place).endsWith("device.database.url"),
            place -> assertThat(place).endsWith("device.database.password"));
  }

  @Test
  void theEnvironmentBeatsTheDeviceFile(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("device.yaml"),
            """
            device:
              id: primary
              database: {url: "postgresql://trader@localhost/fund", password: "env:A"}
            """);
    DatabaseConfig fromFile = database(file, Map.of());
    assertThat(fromFile.address().database()).isEqualTo("fund");
    assertThat(fromFile.password()).hasToString("env:A");
    DatabaseConfig fromEnvironment =
        database(file, Map.of("TRADER_DATABASE_URL", "postgresql://me@localhost/other"));
    assertThat(fromEnvironment.address().database()).isEqualTo("other");
    assertThat(fromEnvironment.password()).isNull();
  }

  private static DatabaseConfig database(Path file, Map<String, String> environment) {
    return Objects.requireNonNull(
        ConfigLoader.load(file, null, environment).orElseThrow().device().database());
  }
}
