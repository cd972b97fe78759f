package dev.arduinotrader.universe.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityFact;
import dev.arduinotrader.universe.SecurityField;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityTablesTest {
  private static Jdbi file(Path directory) {
    return Jdbi.create("jdbc:sqlite:" + directory.resolve("universe.db"));
  }

  @Test
  void keepsTheSecuritiesOfAFileOfTheFirstVersion(@TempDir Path directory) {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + directory.resolve("universe.db"), null, null)
        .locations("classpath:db/platform", "classpath:db/universe")
        .target("1")
        .load()
        .migrate();
    file(directory)
        .useHandle(
            handle ->
                handle.execute(
                    "insert into security values ('US0378331005', 'AAPL', 'Apple Inc.', 'EQUITY',"
                        + " 'United States', null, 'XNAS', 'USD', '1', '0.01', 1, 0)"));
    try (SqlUniverseStore store = SqlUniverseStore.open(directory)) {
      SecurityDetails apple = store.details(Isin.of("US0378331005")).orElseThrow();
      assertThat(apple.security().tick()).hasToString("0.01 USD");
      assertThat(apple.security().tradable()).isTrue();
      assertThat(apple.security().industry()).isNull();
      assertThat(apple.facts())
          .contains(
              new SecurityFact(SecurityField.NAME, "Apple Inc.", "import", null, false, null));
    }
  }

  @Test
  void movesEveryTableThatIsAboutSecuritiesToAnotherIsin(@TempDir Path directory) {
    SqlUniverseStore.open(directory).close();
    assertThat(tablesWith(directory, "isin")).hasSameElementsAs(IsinMove.TABLES);
    assertThat(tablesWith(directory, "series_key"))
        .filteredOn(table -> !table.equals("series"))
        .hasSameElementsAs(IsinMove.SERIES_PARTS);
  }

  private static List<String> tablesWith(Path directory, String column) {
    return file(directory)
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select m.name from sqlite_master m, pragma_table_info(m.name) c"
                            + " where m.type = 'table' and c.name = :column order by m.name")
                    .bind("column", column)
                    .mapTo(String.class)
                    .list());
  }
}
