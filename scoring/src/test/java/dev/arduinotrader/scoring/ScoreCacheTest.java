package dev.arduinotrader.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.scoring.model.Assessment;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreCacheTest {
  private static final Assessment ANY = new Assessment(0.5, 1, List.of());

  @Test
  void dropsTheLeastRecentlyUsedWhenItIsFull() {
    ScoreCache cache = new ScoreCache(2);
    cache.keep("a", ANY);
    cache.keep("b", ANY);
    assertThat(cache.find("a")).contains(ANY);
    cache.keep("c", ANY);
    assertThat(cache.size()).isEqualTo(2);
    assertThat(cache.find("b")).isEmpty();
    assertThat(cache.find("a")).isPresent();
    assertThat(cache.find("c")).isPresent();
  }
}
