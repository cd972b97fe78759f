package dev.arduinotrader.platform.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomIdsTest {
  @Test
  void givesAnotherIdEveryTime() {
    RandomIds ids = new RandomIds();

    assertThat(Stream.generate(ids::next).limit(10_000))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-v]{24}"));
    assertThat(ids.nextRequestId().value()).startsWith("req-");
    assertThat(ids.nextCommandId().value()).startsWith("cmd-");
  }
}
