package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> SERVICES =
      Arrays.stream(ServiceName.values()).map(ServiceName::key).toList();

  @Test
  void findsEveryServiceBehindOneWrongLetter() {
    Random random = new Random(42);
    for (int round = 0; round < 500; round++) {
      String meant = SERVICES.get(random.nextInt(SERVICES.size()));
      int position = random.nextInt(meant.length() - 1);
      String left = meant.substring(0, position);
      String typed =
          switch (random.nextInt(4)) {
            case 0 -> left + meant.substring(position + 1);
            case 1 -> left + "x" + meant.substring(position);
            case 2 -> left + "x" + meant.substring(position + 1);
            default ->
                left
                    + meant.charAt(position + 1)
                    + meant.charAt(position)
                    + meant.substring(position + 2);
          };

      assertThat(Suggestion.closest(typed, SERVICES)).as(typed).contains(meant);
    }
  }

  @Test
  void staysSilentWhenNothingIsNear() {
    assertThat(Suggestion.closest("blockchain", SERVICES)).isEmpty();
    assertThat(Suggestion.closest("", SERVICES)).isEmpty();
  }
}
