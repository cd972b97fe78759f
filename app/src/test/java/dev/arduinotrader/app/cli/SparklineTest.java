package dev.arduinotrader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTest {
  @Test
  void drawsTheLowestAndTheHighestValue() {
    assertThat(Sparkline.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 8, false)).isEqualTo("▁▂▃▄▅▆▇█");
    assertThat(Sparkline.of(new double[] {8, 1}, 8, false)).isEqualTo("█▁");
  }

  @Test
  void endsWithTheLatestValueWhateverTheWidth() {
    double[] values = new double[250];
    values[249] = 1;
    for (int width : new int[] {1, 7, 60, 250}) {
      assertThat(Sparkline.of(values, width, true)).hasSize(width);
    }
    assertThat(Sparkline.of(values, 60, true)).endsWith("_#");
  }

  @Test
  void drawsALevelLineOfValuesThatDoNotDiffer() {
    assertThat(Sparkline.of(new double[] {3, 3, 3}, 3, true)).isEqualTo("===");
    assertThat(Sparkline.of(new double[0], 3, true)).isEmpty();
  }
}
