package dev.arduinotrader.trading.broker;

import dev.arduinotrader.trading.broker.paper.PaperBroker;
import java.util.Map;
import java.util.Optional;

/** The brokers that the program can speak with. */
public enum KnownBroker {
  PAPER;

  private static final Map<BrokerCard, String> PAPER_EXCUSES =
      Map.of(
          BrokerCard.B10,
          "it cancels and executes in one transaction, so that neither crosses the other",
          BrokerCard.B22,
          "it lives in the same process and has no limit of requests");

  /** What it promises. */
  public BrokerAbilities abilities() {
    return switch (this) {
      case PAPER -> PaperBroker.ABILITIES;
    };
  }

  /** For what reason a card does not apply; empty when the tests pass it. */
  public Optional<String> excuse(BrokerCard card) {
    return switch (this) {
      case PAPER -> Optional.ofNullable(PAPER_EXCUSES.get(card));
    };
  }
}
