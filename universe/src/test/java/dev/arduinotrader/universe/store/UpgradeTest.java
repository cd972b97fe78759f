package dev.arduinotrader.universe.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.model.BarSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T35: a file of every earlier version, with data, becomes one of this version. */
class UpgradeTest {
  private static final Isin APPLE = Isin.of("US0378331005");

  private static List<MigrationInfo> migrations(String url) {
    return List.of(flyway(url, "latest").info().all()).stream()
        .filter(migration -> migration.getScript().contains("__"))
        .filter(migration -> migration.getVersion() != null)
        .filter(migration -> migration.getVersion().getMajor().signum() > 0)
        .toList();
  }

  private static Flyway flyway(String url, String target) {
    return Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/platform", "classpath:db/universe")
        .target(target)
        .load();
  }

  static List<String> earlierVersions() {
    List<MigrationInfo> all = migrations("jdbc:sqlite::memory:");
    assertThat(all).hasSizeGreaterThan(4);
    return all.subList(0, all.size() - 1).stream()
        .map(migration -> migration.getVersion().getVersion())
        .toList();
  }

  private static String url(Path directory) {
    return "jdbc:sqlite:" + directory.resolve("universe.db");
  }

  /** A file of that version with a security and two closes. */
  private static void write(Path directory, String version) {
    flyway(url(directory), version).migrate();
    Jdbi.create(url(directory))
        .useHandle(
            handle -> {
              handle.execute(
                  "insert into security (isin, symbol, name, product_type, country, industry,"
                      + " exchange, quote_unit, lot, tick, tradable, simulated) values"
                      + " (?, 'AAPL', 'Apple Inc.', 'EQUITY', 'United States', null, 'XNAS',"
                      + " 'USD', '1', '0.01', 1, 0)",
                  APPLE.value());
              handle.execute(
                  "insert into series values (?, 'RAW', 'file:p.csv', 3)", APPLE.value());
              handle.execute(
                  "insert into series_year values (?, 2024, ?, ?, null, null, null, null)",
                  APPLE.value(),
                  PackedNumbers.pack(new int[] {19_800, 19_801}),
                  PackedNumbers.pack(new double[] {1.5, 2.5}));
            });
  }

  private static void assertUpgraded(Path directory) throws SQLException {
    try (SqlUniverseStore store = SqlUniverseStore.open(directory)) {
      BarSeries series = store.bars(APPLE).orElseThrow();
      assertThat(series.bars().closes()).containsExactly(1.5, 2.5);
      assertThat(series.version()).isEqualTo(3);
    }
    try (Connection connection = DriverManager.getConnection(url(directory));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("select name from security").getString(1))
          .isEqualTo("Apple Inc.");
      assertThat(statement.executeQuery("pragma integrity_check").getString(1)).isEqualTo("ok");
      try (ResultSet orphans = statement.executeQuery("pragma foreign_key_check")) {
        assertThat(orphans.next()).as("rows without what they refer to").isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("earlierVersions")
  void aFileOfEachEarlierVersionKeepsItsData(String version, @TempDir Path directory)
      throws SQLException {
    write(directory, version);
    assertUpgraded(directory);
    assertUpgraded(directory);
  }

  @ParameterizedTest
  @MethodSource("earlierVersions")
  void anUpgradeThatWasCutOffBeginsAnew(String version, @TempDir Path directory)
      throws SQLException, IOException {
    write(directory, version);
    MigrationInfo next =
        migrations(url(directory)).stream()
            .filter(migration -> !migration.getState().isApplied())
            .findFirst()
            .orElseThrow();
    try (Connection connection = DriverManager.getConnection(url(directory));
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String part : script(next.getScript()).split(";\\s*\\n", -1)) {
        if (!part.isBlank()) {
          statement.execute(part);
        }
      }
      connection.rollback();
    }
    assertUpgraded(directory);
  }

  private static String script(String name) throws IOException {
    try (InputStream script =
        Objects.requireNonNull(
            UpgradeTest.class.getResourceAsStream("/db/universe/" + name), name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
