package dev.arduinotrader.universe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
  private static final long SEED = 20_261_123;
  private static final int KEYS = 20;
  private static final int STEPS = 20_000;

  @Test
  void forgetsWhatWasUsedLongestAgoWhenTheWeightsAreTooMuch() {
    BoundedCache<String> cache = new BoundedCache<>(5, String::length);
    cache.put("a", "aa", cache.generation());
    cache.put("b", "bb", cache.generation());
    assertThat(cache.get("a")).hasValue("aa");
    cache.put("c", "cc", cache.generation());
    assertThat(cache.get("b")).isEmpty();
    assertThat(cache.get("a")).hasValue("aa");
  }

  @Test
  void takesNothingThatWasReadBeforeAChange() {
    BoundedCache<String> cache = new BoundedCache<>(5, String::length);
    long before = cache.generation();
    cache.forget(Set.of("a"));
    cache.put("a", "old", before);
    assertThat(cache.get("a")).isEmpty();
  }

  /** Readers fill it from the truth while writers change that: in the end nothing old is left. */
  @Test
  void neverKeepsAnOldValueHoweverReadersAndWritersMeet()
      throws InterruptedException, ExecutionException {
    BoundedCache<Long> cache = new BoundedCache<>(KEYS / 2, value -> 1);
    Map<String, Long> truth = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        boolean writes = thread < 2;
        Random random = new Random(SEED + thread);
        running.add(
            threads.submit(
                () -> {
                  for (int step = 0; step < STEPS; step++) {
                    String key = "key-" + random.nextInt(KEYS);
                    if (writes) {
                      truth.merge(key, 1L, Long::sum);
                      cache.forget(Set.of(key));
                    } else if (cache.get(key).isEmpty()) {
                      long readIn = cache.generation();
                      cache.put(key, truth.getOrDefault(key, 0L), readIn);
                    }
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    for (int key = 0; key < KEYS; key++) {
      String name = "key-" + key;
      cache
          .get(name)
          .ifPresent(
              kept -> assertThat(kept).as("seed %d, %s", SEED, name).isEqualTo(truth.get(name)));
    }
  }
}
