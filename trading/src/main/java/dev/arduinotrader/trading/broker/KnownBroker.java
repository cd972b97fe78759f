package dev.arduinotrader.trading.broker;

import dev.arduinotrader.trading.broker.alpaca.AlpacaBroker;
import dev.arduinotrader.trading.broker.paper.PaperBroker;
import dev.arduinotrader.trading.broker.tradernet.TradernetBroker;
import java.util.Map;
import java.util.Optional;

/** The brokers that the program can speak with. */
public enum KnownBroker {
  PAPER,
  TRADERNET,
  ALPACA;

  private static final Map<BrokerCard, String> PAPER_EXCUSES =
      Map.of(
          BrokerCard.B10,
          "it cancels and executes in one transaction, so that neither crosses the other",
          BrokerCard.B22,
          "it lives in the same process and has no limit of requests");

  private static final Map<BrokerCard, String> TRADERNET_EXCUSES =
      Map.of(
          BrokerCard.B02,
          "it says our number again but takes a second order of it for another one, so that none is"
              + " sent twice",
          BrokerCard.B18,
          "it has no such orders");

  private static final Map<BrokerCard, String> ALPACA_EXCUSES =
      Map.of(
          BrokerCard.B02,
          "it refuses a second order of a name, but nothing promises that for names of orders that"
              + " ended, so that none is sent twice",
          BrokerCard.B16,
          "it knows US dollars only");

  /** What it promises. */
  public BrokerAbilities abilities() {
    return switch (this) {
      case PAPER -> PaperBroker.ABILITIES;
      case TRADERNET -> TradernetBroker.ABILITIES;
      case ALPACA -> AlpacaBroker.ABILITIES;
    };
  }

  /** For what reason a card does not apply; empty when the tests pass it. */
  public Optional<String> excuse(BrokerCard card) {
    return switch (this) {
      case PAPER -> Optional.ofNullable(PAPER_EXCUSES.get(card));
      case TRADERNET -> Optional.ofNullable(TRADERNET_EXCUSES.get(card));
      case ALPACA -> Optional.ofNullable(ALPACA_EXCUSES.get(card));
    };
  }
}
