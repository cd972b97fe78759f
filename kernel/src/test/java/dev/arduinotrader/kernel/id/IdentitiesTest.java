package dev.arduinotrader.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
  private static final List<Function<String, Object>> OPAQUE =
      List.of(CommandId::of, ClientOrderId::of, RequestId::of);

  @Test
  void opaqueOnesKeepTheirText() {
    for (Function<String, Object> identity : OPAQUE) {
      assertThat(identity.apply("a/B:9~")).hasToString("a/B:9~");
      assertThat(identity.apply("x".repeat(128))).isEqualTo(identity.apply("x".repeat(128)));
    }
  }

  @Test
  void opaqueOnesRefuseBlanksControlsAndLength() {
    for (Function<String, Object> identity : OPAQUE) {
      for (String text : List.of("", " ", "a b", "a\n", "é", "x".repeat(129))) {
        assertThatThrownBy(() -> identity.apply(text))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Id of 1 to 128 printable characters, found '" + text + "'");
      }
    }
  }

  @Test
  void accountsAreNamedInLowerCase() {
    assertThat(AccountId.of("paper-1")).hasToString("paper-1");
    assertThat(AccountId.of("a".repeat(63)).value()).hasSize(63);
    for (String text : List.of("", "-paper", "Paper", "a_b", "a/b", "..", "a".repeat(64))) {
      assertThatThrownBy(() -> AccountId.of(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("found '" + text + "'");
    }
  }

  @Test
  void accountsSortByName() {
    assertThat(List.of(AccountId.of("b"), AccountId.SHARED, AccountId.of("a")).stream().sorted())
        .containsExactly(AccountId.of("a"), AccountId.of("b"), AccountId.SHARED);
  }
}
