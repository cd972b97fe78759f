package dev.arduinotrader.trading.desk;

import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.model.BrokerOffer;
import java.util.Set;

/** What the gate may let through to a broker. */
final class BrokerOffers {
  private BrokerOffers() {}

  /** What every broker takes, as long as abilities do not declare more. */
  static BrokerOffer of(BrokerAbilities abilities) {
    return new BrokerOffer(abilities.name(), Set.of(OrderType.LIMIT), Set.of(TimeInForce.GTC));
  }
}
