package dev.arduinotrader.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  record Everything(
      Isin isin,
      AccountId account,
      Quantity quantity,
      Money money,
      BigDecimal rate,
      Instant at,
      LocalDate day,
      List<String> texts,
      Map<Isin, Integer> counts) {}

  private static final Isin ISIN = Isin.of("US0378331005");
  private static final Everything VALUE =
      new Everything(
          ISIN,
          AccountId.of("paper-1"),
          Quantity.of("3"),
          Money.of(new BigDecimal("12.50"), Currency.of("EUR")),
          new BigDecimal("0.000000000123456789"),
          Instant.parse("2026-01-30T10:00:00.000001Z"),
          LocalDate.parse("2026-01-30"),
          List.of("a"),
          Map.of(ISIN, 1));

  @Test
  void writesMoneyAsTextAndInstantsInUtc() {
    assertThat(Json.write(VALUE))
        .isEqualTo(
            "{\"isin\":\"US0378331005\",\"account\":\"paper-1\",\"quantity\":\"3\","
                + "\"money\":{\"amount\":\"12.50\",\"currency\":\"EUR\"},"
                + "\"rate\":\"0.000000000123456789\",\"at\":\"2026-01-30T10:00:00.000001Z\","
                + "\"day\":\"2026-01-30\",\"texts\":[\"a\"],\"counts\":{\"US0378331005\":1}}");
  }

  @Test
  void readsWhatItWrote() {
    assertThat(Json.read(Json.write(VALUE), Everything.class)).isEqualTo(VALUE);
    assertThat(Json.read(Json.pretty(VALUE), Everything.class)).isEqualTo(VALUE);
  }

  record Small(int count) {}

  @Test
  void refusesWhatItDoesNotKnowOrMisses() {
    assertThatThrownBy(() -> Json.read("{\"count\":1,\"other\":2}", Small.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected JSON of a Small")
        .hasMessageContaining("other");
    assertThatThrownBy(() -> Json.read("{\"count\":null}", Small.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.read("{\"isin\":\"US0378331006\"}", Everything.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hashesTheContentAndNotTheOrderOfAMap() {
    assertThat(Json.hash(Map.of("a", 1, "b", 2))).isEqualTo(Json.hash(Map.of("b", 2, "a", 1)));
    assertThat(Json.hash(new Small(1))).hasSize(64).isNotEqualTo(Json.hash(new Small(2)));
  }
}
