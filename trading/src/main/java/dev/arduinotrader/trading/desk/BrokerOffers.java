package dev.arduinotrader.trading.desk;

import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.model.BrokerOffer;

/** What the gate may let through to a broker. */
final class BrokerOffers {
  private BrokerOffers() {}

  static BrokerOffer of(BrokerAbilities abilities) {
    return new BrokerOffer(abilities.name(), abilities.orderTypes(), abilities.timesInForce());
  }
}
