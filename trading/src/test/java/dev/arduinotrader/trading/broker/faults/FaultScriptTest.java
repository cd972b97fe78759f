package dev.arduinotrader.trading.broker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultScriptTest {
  private static final List<BrokerCall> CALLS = List.of(BrokerCall.values());

  private static List<Optional<BrokerFault>> story(long seed, int oneIn, int calls) {
    FaultScript script = FaultScript.seeded(seed, oneIn);
    return IntStream.range(0, calls)
        .mapToObj(i -> script.next(CALLS.get(i % CALLS.size())))
        .toList();
  }

  @Test
  void theSameSeedIsTheSameStoryAndAnotherIsAnother() {
    assertThat(story(7, 5, 200)).isEqualTo(story(7, 5, 200)).isNotEqualTo(story(8, 5, 200));
  }

  @Test
  void everyFaultComesAndOnlyToCallsThatItConcerns() {
    Set<BrokerFault> seen = EnumSet.noneOf(BrokerFault.class);
    List<Optional<BrokerFault>> story = story(7, 1, 400);
    for (int i = 0; i < story.size(); i++) {
      BrokerFault fault = story.get(i).orElseThrow();
      assertThat(fault.concerns(CALLS.get(i % CALLS.size()))).isTrue();
      seen.add(fault);
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(Arrays.asList(BrokerFault.values()));
  }

  @Test
  void aboutOneCallInSoManyMeetsAFault() {
    long faults = story(7, 10, 2_000).stream().filter(Optional::isPresent).count();
    assertThat(faults).isBetween(150L, 250L);
  }
}
