package dev.arduinotrader.universe.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.FakeUniverse;
import dev.arduinotrader.universe.Removal;
import dev.arduinotrader.universe.SearchRequest;
import dev.arduinotrader.universe.SecurityAlias;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityField;
import dev.arduinotrader.universe.SecurityMatch;
import dev.arduinotrader.universe.SecurityMatch.Kind;
import dev.arduinotrader.universe.model.facts.FactValues;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class SecuritySearchTest {
  private static final SecurityDetails BP =
      details("GB0007980591", "BP.L", "BP p.l.c.", Map.of("yahoo", "BP.L"));
  private static final SecurityDetails NESTLE =
      details("CH0038863350", "NESN", "Nestlé S.A.", Map.of());
  private static final SecurityDetails XIAOMI =
      details("KYG9830T1067", "1810.HK", "Xiaomi Corporation", Map.of("tradernet", "XIAO.1810.AS"));
  private static final SecurityDetails MICROSOFT =
      details("US5949181045", "MSFT", "Microsoft Corporation", Map.of());
  private static final SecurityDetails MICRON =
      details("US5951121038", "MU", "Micron Technology", Map.of());
  private static final List<SecurityDetails> ALL = List.of(NESTLE, BP, XIAOMI, MICROSOFT, MICRON);

  private static SecurityDetails details(
      String isin, String symbol, String name, Map<String, String> elsewhere) {
    SortedMap<SecurityField, String> facts = FactValues.of(FakeUniverse.stock(isin, symbol, "USD"));
    facts.put(SecurityField.NAME, name);
    elsewhere.forEach((source, text) -> facts.put(SecurityField.dataSymbol(source), text));
    return SecuritySheet.empty(Isin.of(isin)).offer(facts, "test", Instant.EPOCH).details();
  }

  private static List<SecurityMatch> search(List<SecurityDetails> securities, String text) {
    return SecuritySearch.search(securities, new SearchRequest(text, 10, false)).matches();
  }

  private static SecurityMatch best(String text) {
    return search(ALL, text).getFirst();
  }

  @Test
  void findsASymbolOfAnySourceInAnyCapitals() {
    assertThat(best("xiao.1810.as"))
        .isEqualTo(new SecurityMatch(XIAOMI.security(), "XIAO.1810.AS", Kind.EXACT, false));
    assertThat(best("bp.l").kind()).isEqualTo(Kind.EXACT);
  }

  @Test
  void ranksTheBeginningOfASymbolBeforeThatOfAName() {
    assertThat(search(ALL, "M"))
        .extracting(match -> match.security().symbol())
        .containsExactly("MU", "MSFT");
    assertThat(search(ALL, "micro"))
        .extracting(match -> match.security().symbol())
        .containsExactly("MU", "MSFT");
  }

  @Test
  void findsTheBeginningOfAnIsin() {
    assertThat(best("US59511").kind()).isEqualTo(Kind.ISIN_PREFIX);
    assertThat(best("US59511").security().symbol()).isEqualTo("MU");
  }

  @Test
  void readsNamesWithoutAccentsAndSigns() {
    assertThat(best("nestle").security().symbol()).isEqualTo("NESN");
    assertThat(best("BP plc").kind()).isIn(Kind.NAME_PREFIX, Kind.SIMILAR, Kind.INSIDE);
  }

  @Test
  void forgivesAWrongMissingDoubledOrSwappedLetter() {
    for (String typed : List.of("micrasoft", "micosoft", "miccrosoft", "micorsoft")) {
      assertThat(best(typed).security().symbol()).as(typed).isEqualTo("MSFT");
      assertThat(best(typed).kind()).isEqualTo(Kind.SIMILAR);
    }
    assertThat(best("MSTF").security().symbol()).isEqualTo("MSFT");
  }

  @Test
  void forgivesNothingInShortWords() {
    assertThat(search(ALL, "BQ")).isEmpty();
    assertThat(search(ALL, "zzz")).isEmpty();
  }

  @Test
  void hidesTheRemovedOnesUnlessAskedForThem() {
    SecurityDetails removed =
        new SecurityDetails(
            BP.security(),
            BP.facts(),
            List.of(new SecurityAlias("British Petroleum", "test", Instant.EPOCH)),
            new Removal(Instant.EPOCH, "test", "gone"));
    assertThat(search(List.of(removed), "bp.l")).isEmpty();
    assertThat(
            SecuritySearch.search(
                    List.of(removed), new SearchRequest("british petroleum", 10, true))
                .matches())
        .containsExactly(
            new SecurityMatch(removed.security(), "British Petroleum", Kind.ALIAS, true));
    assertThat(SecuritySearch.named(List.of(removed), "british petroleum")).hasSize(1);
  }

  @Test
  void answersTheSameWhateverTheOrderOfTheSecurities() {
    long seed = 7;
    Random random = new Random(seed);
    List<SecurityDetails> shuffled = new ArrayList<>(ALL);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(shuffled, random);
      for (String text : List.of("m", "corporation", "us", "micron", "bp")) {
        assertThat(search(shuffled, text))
            .as("seed %d: %s", seed, text)
            .isEqualTo(search(ALL, text));
      }
    }
  }

  @Test
  void countsTheMatchesBeyondTheLimit() {
    var found = SecuritySearch.search(ALL, new SearchRequest("corporation", 1, false));
    assertThat(found.matches()).hasSize(1);
    assertThat(found.total()).isEqualTo(2);
  }
}
