package dev.arduinotrader.universe.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.universe.FakeUniverse;
import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.FundamentalField;
import dev.arduinotrader.universe.Removal;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityAlias;
import dev.arduinotrader.universe.SecurityField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.facts.FactValues;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for stored facts about securities on whichever database. */
abstract class FactsStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456Z");
  private static final Isin PRIVATE = Isin.privateCode("XNAS", "AAPL");
  private static final Isin REAL = Isin.of("US0378331005");

  private SqlUniverseStore store;
  private int commands;

  /** An empty place for the store. */
  abstract Databases databases(Path directory);

  @BeforeEach
  void open(@TempDir Path temporary) {
    store = SqlUniverseStore.open(databases(temporary));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private UniverseStore.Command command() {
    commands++;
    return new UniverseStore.Command(
        AccountId.SHARED, CommandId.of("c-" + commands), "wish " + commands, NOW);
  }

  /** What the work answered, with everything it changed kept. */
  private <T> T change(Function<UniverseStore.Change, T> work) {
    List<T> answers = new ArrayList<>();
    store
        .change(
            command(),
            Done.class,
            change -> {
              answers.add(work.apply(change));
              return Result.success(Done.DONE);
            })
        .orElseThrow();
    return answers.getLast();
  }

  private void put(SecuritySheet sheet) {
    change(
        change -> {
          change.put(sheet);
          return Done.DONE;
        });
  }

  private static SecuritySheet sheet() {
    return SecuritySheet.empty(PRIVATE)
        .offer(
            FactValues.of(FakeUniverse.stock(PRIVATE.value(), "AAPL", "USD")), "file:x.csv", null)
        .correct(SecurityField.COUNTRY, null, "anna", NOW)
        .correct(SecurityField.dataSymbol("yahoo"), "AAPL", "anna", NOW)
        .withAlias(new SecurityAlias("Äpfel & Co", "anna", NOW))
        .withRemoval(new Removal(NOW, "anna", "too dear"));
  }

  private static Fundamental fact(String value, Instant knownAt) {
    return new Fundamental(
        PRIVATE,
        FundamentalField.TRAILING_PE,
        new BigDecimal(value),
        "ratio",
        LocalDate.parse("2026-08-31"),
        knownAt,
        "file:f.csv");
  }

  @Test
  void givesBackEveryStatementAsItWasPut() {
    put(sheet());
    Optional<SecuritySheet> given = change(change -> change.sheet(PRIVATE));
    assertThat(given).contains(sheet());
    assertThat(store.details(PRIVATE)).contains(sheet().details());
    assertThat(store.securities()).isEmpty();
    put(sheet().withRemoval(null).withoutAlias("Äpfel & Co").reset(SecurityField.COUNTRY));
    assertThat(store.securities()).extracting(Security::country).containsExactly("United States");
  }

  @Test
  void findsSecuritiesByWhatWasStatedAndByAlias() {
    put(sheet());
    List<Isin> ofData = change(c -> c.stating(SecurityField.dataSymbol("yahoo"), "AAPL"));
    List<Isin> ofBroker = change(c -> c.stating(SecurityField.brokerSymbol("yahoo"), "AAPL"));
    Optional<Isin> ofAlias = change(c -> c.ofAlias("Äpfel & Co"));
    assertThat(ofData).containsExactly(PRIVATE);
    assertThat(ofBroker).isEmpty();
    assertThat(ofAlias).contains(PRIVATE);
  }

  @Test
  void movesEverythingOfASecurityToItsRealIsin() {
    put(sheet().withRemoval(null));
    BarSeries series =
        new BarSeries(
            PriceBasis.RAW, "file:p.csv", 1, Bars.ofCloses(new int[] {5, 6}, new double[] {1, 2}));
    change(
        change -> {
          change.putBars(PRIVATE, series);
          return change.put(fact("7", NOW));
        });
    change(
        change -> {
          change.move(PRIVATE, REAL);
          return Done.DONE;
        });
    assertThat(store.bars(REAL).orElseThrow().bars().closes()).containsExactly(1, 2);
    assertThat(store.bars(PRIVATE)).isEmpty();
    assertThat(store.security(REAL)).isPresent();
    assertThat(store.security(PRIVATE)).isEmpty();
    assertThat(store.fundamentals(REAL, NOW)).hasSize(1);
  }

  @Test
  void keepsWhatWasSaidEarlierBesideWhatIsSaidLater() {
    Instant later = NOW.plusSeconds(60);
    assertThat(store.rehearse(command(), c -> Result.success(c.put(fact("7", NOW)))).orElseThrow())
        .isTrue();
    assertThat(store.fundamentals(PRIVATE, later)).isEmpty();
    change(change -> change.put(fact("7.0", NOW)));
    boolean isNews = change(change -> change.put(fact("7", later)));
    assertThat(isNews).isFalse();
    change(change -> change.put(fact("8", later)));
    assertThat(store.fundamentals(PRIVATE, NOW)).containsExactly(fact("7", NOW));
    assertThat(store.fundamentals(PRIVATE, later))
        .containsExactly(fact("7", NOW), fact("8", later));
    assertThat(store.fundamentals(PRIVATE, NOW.minusSeconds(1))).isEmpty();
  }
}
