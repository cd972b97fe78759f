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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paper broker never owes: this one takes a fee that it does not have. */
record Owing(Broker broker) implements Broker {
  static final Money DEBT = Money.of("1000.00", Currency.USD);

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
    return broker.statement(context, cursor).map(Owing::owing);
  }

  private static AccountStatement owing(AccountStatement told) {
    List<AccountMovement> movements = new ArrayList<>(told.movements());
    movements.add(AccountMovement.unexplained("fee-1", World.START, DEBT.negated(), "a fee"));
    List<Money> cash = new ArrayList<>();
    told.cash().stream()
        .filter(money -> !money.currency().equals(DEBT.currency()))
        .forEach(cash::add);
    Money left = told.cashIn(DEBT.currency()).minus(DEBT);
    Optional.of(left).filter(money -> !money.isZero()).ifPresent(cash::add);
    return new AccountStatement(
        told.at(),
        told.cursor(),
        told.executions(),
        movements,
        told.orders(),
        cash,
        told.holdings());
  }
}
