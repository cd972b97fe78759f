package dev.arduinotrader.kernel.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.Laws;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IsinTest {
  private static final List<String> REAL =
      List.of("US0378331005", "GB0002634946", "DE000BASF111", "JP3633400001");

  @Test
  void acceptsRealOnes() {
    for (String text : REAL) {
      assertThat(Isin.of(text)).hasToString(text);
      assertThat(Isin.of(text).isPrivate()).isFalse();
    }
  }

  @Test
  void namesTheCheckDigitThatItExpected() {
    assertThatThrownBy(() -> Isin.of("US0378331006"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected check digit 5 in ISIN US0378331006, found 6");
  }

  @Test
  void refusesEveryOtherCheckDigit() {
    for (String text : REAL) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String changed = text.substring(0, 11) + digit;
        if (digit != text.charAt(11)) {
          assertThatThrownBy(() -> Isin.of(changed))
              .hasMessageContaining("expected check digit " + text.charAt(11));
        }
      }
    }
  }

  @Test
  void refusesOtherShapes() {
    for (String text :
        List.of(
            "",
            "US037833100",
            "US03783310055",
            "us0378331005",
            "U10378331005",
            "US037833100X",
            " US0378331005",
            "US03783310٠5")) {
      assertThatThrownBy(() -> Isin.of(text))
          .hasMessageStartingWith("expected an ISIN of two letters")
          .hasMessageEndingWith("found '" + text + "'");
    }
  }

  @Test
  void noticesEverySingleWrongDigit() {
    Laws.hold(
        random -> {
          String right = REAL.get(random.nextInt(REAL.size()));
          int place = 2 + random.nextInt(9);
          char found = right.charAt(place);
          char other = (char) ('0' + random.nextInt(10));
          if (Character.isDigit(found) && other != found) {
            String wrong = right.substring(0, place) + other + right.substring(place + 1);
            assertThatThrownBy(() -> Isin.of(wrong)).hasMessageContaining("expected check digit");
          }
        });
  }

  @Test
  void privateCodesAreValidAndDiffer() {
    Set<Isin> codes = new HashSet<>();
    Laws.hold(
        random -> {
          Isin code = Isin.privateCode("X" + random.nextInt(), "S" + random.nextInt());
          assertThat(code.isPrivate()).isTrue();
          assertThat(Isin.of(code.value())).isEqualTo(code);
          assertThat(codes.add(code)).isTrue();
        });
    assertThat(Isin.privateCode("XNYS", "AB")).isNotEqualTo(Isin.privateCode("XNYSA", "B"));
  }

  /** Stored codes must mean the same security in every later version. */
  @Test
  void privateCodesStayTheSameForEver() {
    assertThat(Isin.privateCode("XNYS", "ACME")).hasToString("ZZT9YH8I3BF0");
    assertThat(Isin.privateCode("XLON", "ACME")).hasToString("ZZW34TX69JW2");
  }

  @Test
  void sortsByText() {
    assertThat(REAL.stream().map(Isin::of).sorted().map(Isin::value))
        .containsExactly("DE000BASF111", "GB0002634946", "JP3633400001", "US0378331005");
  }
}
