package dev.arduinotrader.app.cli;

import dev.arduinotrader.trading.BrokerCards;
import java.util.List;
import java.util.stream.Collectors;

/** The acceptance cards of brokers as tables. */
final class BrokerCardsView {
  private BrokerCardsView() {}

  static String text(BrokerCards all) {
    Table promises =
        new Table("BROKER", "CLIENT IDS", "FILLS", "TYPES", "TIMES", "EXCHANGES", "ABSENCES");
    for (BrokerCards.Promise promise : all.brokers()) {
      promises.row(
          promise.broker(),
          promise.clientIds(),
          promise.fills(),
          joined(promise.orderTypes()),
          joined(promise.timesInForce()),
          promise.exchangesCurrencies() ? "yes" : "no",
          Integer.toString(promise.absencesForProof()));
    }
    Table cards = new Table("CARD", "BROKER", "PASSES", "WHAT IS SEEN, OR WHY IT DOES NOT APPLY");
    for (BrokerCards.Card card : all.cards()) {
      boolean passed = card.excuse().isEmpty();
      cards.row(
          card.number(),
          card.broker(),
          passed ? "yes" : "-",
          passed ? card.sentence() : card.excuse());
    }
    return promises.render() + "\n" + cards.render();
  }

  private static String joined(List<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).collect(Collectors.joining(", "));
  }
}
