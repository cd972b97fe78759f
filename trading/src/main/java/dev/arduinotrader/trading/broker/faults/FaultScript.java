package dev.arduinotrader.trading.broker.faults;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Says which fault a call meets. */
@FunctionalInterface
public interface FaultScript {
  /** The fault that this call meets, one that concerns such calls; empty for none. */
  Optional<BrokerFault> next(BrokerCall call);

  /**
   * One call in so many meets a fault, each as likely as the others; the same seed is the same
   * story.
   *
   * @param oneIn 1 or more
   */
  static FaultScript seeded(long seed, int oneIn) {
    SplittableRandom random = new SplittableRandom(seed);
    return call -> {
      List<BrokerFault> possible = BrokerFault.of(call);
      int drawn = random.nextInt(possible.size());
      return random.nextInt(oneIn) == 0 ? Optional.of(possible.get(drawn)) : Optional.empty();
    };
  }
}
