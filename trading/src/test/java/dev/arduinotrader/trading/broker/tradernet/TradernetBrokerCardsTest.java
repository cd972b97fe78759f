package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.trading.broker.BrokerBench;
import dev.arduinotrader.trading.broker.BrokerCardsContract;
import dev.arduinotrader.trading.broker.KnownBroker;

class TradernetBrokerCardsTest extends BrokerCardsContract {
  @Override
  protected KnownBroker known() {
    return KnownBroker.TRADERNET;
  }

  @Override
  protected BrokerBench open() {
    return new TradernetBench();
  }
}
