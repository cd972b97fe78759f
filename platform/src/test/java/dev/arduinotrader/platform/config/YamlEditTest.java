package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class YamlEditTest {
  private static final String TEXT =
      """
      # 𝄞 of its owner
      device:
        id: one # who
        roles:
          - planning # heavy
          - scoring

        network: {bind_address: 0.0.0.0, insecure_plaintext: true}
      other:
        id: two
      """;

  @Test
  void changesOneScalarAndKeepsEveryComment() {
    assertThat(YamlEdit.set(TEXT, List.of("other", "id"), "three"))
        .isEqualTo(TEXT.replace("id: two", "id: three"));
    assertThat(YamlEdit.set(TEXT, List.of("device", "id"), "three"))
        .isEqualTo(TEXT.replace("id: one", "id: three"));
  }

  @Test
  void putsAListInTheLineOfAListOfLines() {
    String changed = YamlEdit.set(TEXT, List.of("device", "roles"), "[gateway]");

    assertThat(changed)
        .isEqualTo(TEXT.replace("- planning # heavy\n    - scoring\n", "[gateway]\n"));
    assertThat(YamlEdit.set(changed, List.of("device", "roles"), "[state]"))
        .isEqualTo(changed.replace("[gateway]", "[state]"));
  }

  @Test
  void changesAValueInBraces() {
    assertThat(YamlEdit.set(TEXT, List.of("device", "network", "bind_address"), "127.0.0.1"))
        .isEqualTo(TEXT.replace("0.0.0.0", "127.0.0.1"));
  }

  @Test
  void addsAKeyThatIsMissingBeforeItsNeighbours() {
    assertThat(YamlEdit.set(TEXT, List.of("other", "port"), "50051"))
        .isEqualTo(TEXT.replace("  id: two", "  port: 50051\n  id: two"));
    assertThat(YamlEdit.set(TEXT, List.of("device", "network", "advertise_address"), "here"))
        .isEqualTo(TEXT.replace("{bind", "{advertise_address: here, bind"));
    assertThat(YamlEdit.has(TEXT, List.of("other", "port"))).isFalse();
    assertThat(YamlEdit.has(TEXT, List.of("device", "roles"))).isTrue();
  }

  @Test
  void refusesAPathThatLeadsNowhere() {
    assertThatThrownBy(() -> YamlEdit.set(TEXT, List.of("nobody", "id"), "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
