package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.event.EventSource;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingStore;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The moments of a process's life that its death could fall on: before and after the commit of
 * every write, before and after every order and cancellation.
 */
final class Moments {
  /** Stands for the death of the process. */
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private int left;

  /**
   * @param deadly the number of the moment that is the last one, from 1
   */
  Moments(int deadly) {
    left = deadly;
  }

  private void pass() {
    if (--left == 0) {
      throw new Died();
    }
  }

  TradingStore in(TradingStore store) {
    return new MortalStore(store);
  }

  Broker in(Broker broker) {
    return new MortalBroker(broker);
  }

  private final class MortalStore implements TradingStore {
    private final TradingStore store;

    MortalStore(TradingStore store) {
      this.store = store;
    }

    @Override
    public <T> T write(Function<TradingBook, T> work) {
      T done =
          store.write(
              book -> {
                T result = work.apply(book);
                pass();
                return result;
              });
      pass();
      return done;
    }

    @Override
    public <T> T read(Function<TradingBook, T> work) {
      return store.read(work);
    }

    @Override
    public boolean isOwnedFor(Duration duration) {
      return store.isOwnedFor(duration);
    }

    @Override
    public EventSource events() {
      return store.events();
    }

    @Override
    public String check() {
      return store.check();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  private final class MortalBroker implements Broker {
    private final Broker broker;

    MortalBroker(Broker broker) {
      this.broker = broker;
    }

    @Override
    public BrokerAbilities abilities() {
      return broker.abilities();
    }

    @Override
    public Optional<BrokerIdentity> identity(AccountId account) {
      return broker.identity(account);
    }

    @Override
    public SubmitReply submit(CallContext context, BrokerOrder order) {
      pass();
      SubmitReply reply = broker.submit(context, order);
      pass();
      return reply;
    }

    @Override
    public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
      return broker.findByClientOrderId(context, id);
    }

    @Override
    public CancelReply cancel(CallContext context, ClientOrderId id) {
      pass();
      CancelReply reply = broker.cancel(context, id);
      pass();
      return reply;
    }

    @Override
    public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
      return broker.statement(context, sinceCursor);
    }
  }
}
