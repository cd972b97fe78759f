package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.trading.store.TradingStore;
import java.util.Optional;

/** The numbers that trading stored with its orders before it sent them. */
final class StoredOrderNumbers implements OrderNumbers {
  private final TradingStore store;

  StoredOrderNumbers(TradingStore store) {
    this.store = store;
  }

  @Override
  public Optional<Numbered> of(ClientOrderId id) {
    return store
        .read(book -> book.intentOf(id))
        .flatMap(
            intent ->
                intent.orders().stream()
                    .filter(order -> order.clientOrderId().equals(id))
                    .findFirst()
                    .map(
                        order -> new Numbered(order.name().brokerReference(), intent.createdAt())));
  }

  @Override
  public Optional<ClientOrderId> nameOf(AccountId account, long number) {
    return store.read(book -> book.nameOfReference(account, number));
  }

  @Override
  public Optional<ClientOrderId> nameOfBrokerOrder(AccountId account, String brokerOrderId) {
    return store.read(book -> book.nameOfBrokerOrder(account, brokerOrderId));
  }
}
