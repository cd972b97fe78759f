package dev.arduinotrader.trading;

import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerCard;
import dev.arduinotrader.trading.broker.KnownBroker;
import java.util.Arrays;
import java.util.List;

/** What the brokers that the program knows promise, and the acceptance cards that they pass. */
public record BrokerCards(List<Promise> brokers, List<Card> cards) {
  public BrokerCards {
    brokers = List.copyOf(brokers);
    cards = List.copyOf(cards);
  }

  /**
   * What one broker promises.
   *
   * @param clientIds whether our own name of an order is deduped, echoed or neither
   * @param fills whether executions are streamed or polled
   * @param absencesForProof how often it must not know an order before that is a proof
   */
  public record Promise(
      String broker,
      String clientIds,
      String fills,
      List<OrderType> orderTypes,
      List<TimeInForce> timesInForce,
      boolean exchangesCurrencies,
      int absencesForProof) {
    public Promise {
      orderTypes = List.copyOf(orderTypes);
      timesInForce = List.copyOf(timesInForce);
    }
  }

  /**
   * One card at one broker.
   *
   * @param excuse why it does not apply; empty when the tests pass it
   */
  public record Card(String number, String broker, String sentence, String excuse) {}

  /** All of them, in their order. */
  public static BrokerCards all() {
    List<KnownBroker> known = List.of(KnownBroker.values());
    return new BrokerCards(
        known.stream().map(broker -> promise(broker.abilities())).toList(),
        Arrays.stream(BrokerCard.values())
            .flatMap(card -> known.stream().map(broker -> card(card, broker)))
            .toList());
  }

  private static Promise promise(BrokerAbilities abilities) {
    return new Promise(
        abilities.name(),
        abilities.clientIds().name(),
        abilities.fills().name(),
        List.copyOf(abilities.orderTypes()),
        List.copyOf(abilities.timesInForce()),
        abilities.exchangesCurrencies(),
        abilities.absencesForProof());
  }

  private static Card card(BrokerCard card, KnownBroker broker) {
    return new Card(
        card.name(), broker.abilities().name(), card.sentence(), broker.excuse(card).orElse(""));
  }
}
