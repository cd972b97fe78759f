package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.BrokerOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The paper broker never owes: this one takes fees whether or not there is the money. */
record Owing(Broker broker, List<AccountMovement> fees) implements Broker {
  /** A thousand dollars, from the beginning. */
  static Owing dollars(Broker broker) {
    Money fee = Money.of("1000.00", Currency.USD);
    return new Owing(broker, List.of(fee("fee-1", World.START, fee)));
  }

  static AccountMovement fee(String id, Instant at, Money fee) {
    return AccountMovement.unexplained(id, at, fee.negated(), "a fee");
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
    return broker.submit(context, order);
  }

  @Override
  public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
    return broker.findByClientOrderId(context, id);
  }

  @Override
  public CancelReply cancel(CallContext context, ClientOrderId id) {
    return broker.cancel(context, id);
  }

  @Override
  public Result<AccountStatement> statement(CallContext context, String cursor) {
    return broker.statement(context, cursor).map(this::owing);
  }

  private AccountStatement owing(AccountStatement told) {
    List<AccountMovement> movements = new ArrayList<>(told.movements());
    Map<Currency, Money> cash = new TreeMap<>();
    told.cash().forEach(money -> cash.put(money.currency(), money));
    for (AccountMovement fee : fees) {
      if (!fee.at().isAfter(told.at())) {
        movements.add(fee);
        cash.merge(fee.amount().currency(), fee.amount(), Money::plus);
      }
    }
    return new AccountStatement(
        told.at(),
        told.cursor(),
        told.executions(),
        movements,
        told.orders(),
        cash.values().stream().filter(money -> !money.isZero()).toList(),
        told.holdings());
  }
}
