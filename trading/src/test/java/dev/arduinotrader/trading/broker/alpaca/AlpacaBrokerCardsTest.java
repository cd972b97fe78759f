package dev.arduinotrader.trading.broker.alpaca;

import dev.arduinotrader.trading.broker.BrokerBench;
import dev.arduinotrader.trading.broker.BrokerCardsContract;
import dev.arduinotrader.trading.broker.KnownBroker;

class AlpacaBrokerCardsTest extends BrokerCardsContract {
  @Override
  protected KnownBroker known() {
    return KnownBroker.ALPACA;
  }

  @Override
  protected BrokerBench open() {
    return new AlpacaBench();
  }
}
