package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.ExchangeExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.BrokerOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mistakes that trading programs have really made, planted between the desk and the broker. */
enum PlantedBug {
  /** What brought no answer is sent again without asking. */
  RETRY_ON_TIMEOUT,
  /** An execution is known by its order: the second piece of an order looks like the first. */
  ORDER_ID_AS_FILL_ID,
  /** "Nobody can say" is taken for "there is no such order". */
  FAILED_QUERY_AS_EMPTY,
  /** A process does not look whether a newer one runs. */
  NO_FENCING;

  void plant(World world) {
    switch (this) {
      case RETRY_ON_TIMEOUT -> world.beforeLine = RetryingBroker::new;
      case ORDER_ID_AS_FILL_ID -> world.beforeLine = MisnamingBroker::new;
      case FAILED_QUERY_AS_EMPTY -> world.beforeLine = CarelessBroker::new;
      case NO_FENCING -> world.fenced = false;
    }
  }

  /** Passes everything on; a bug changes one thing. */
  private static class PassingOn implements Broker {
    final Broker broker;

    PassingOn(Broker broker) {
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
    public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
      return broker.statement(context, sinceCursor);
    }
  }

  private static final class RetryingBroker extends PassingOn {
    RetryingBroker(Broker broker) {
      super(broker);
    }

    @Override
    public SubmitReply submit(CallContext context, BrokerOrder order) {
      SubmitReply reply = super.submit(context, order);
      return reply instanceof SubmitReply.Unclear ? super.submit(context, order) : reply;
    }
  }

  private static final class CarelessBroker extends PassingOn {
    CarelessBroker(Broker broker) {
      super(broker);
    }

    @Override
    public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
      FindReply reply = super.findByClientOrderId(context, id);
      return reply instanceof FindReply.Unclear ? new FindReply.NotThere() : reply;
    }
  }

  private static final class MisnamingBroker extends PassingOn {
    MisnamingBroker(Broker broker) {
      super(broker);
    }

    @Override
    public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
      return super.statement(context, sinceCursor)
          .map(
              statement ->
                  new AccountStatement(
                      statement.at(),
                      statement.cursor(),
                      misnamed(statement.executions()),
                      statement.movements(),
                      statement.orders(),
                      statement.cash(),
                      statement.holdings()));
    }

    private static List<BrokerExecution> misnamed(List<BrokerExecution> executions) {
      List<BrokerExecution> misnamed = new ArrayList<>();
      for (BrokerExecution execution : executions) {
        String order = execution.clientOrderId().value();
        misnamed.add(
            switch (execution) {
              case SecurityExecution e ->
                  new SecurityExecution(
                      order,
                      e.clientOrderId(),
                      e.at(),
                      e.isin(),
                      e.side(),
                      e.quantity(),
                      e.price(),
                      e.gross(),
                      e.commission());
              case ExchangeExecution e ->
                  new ExchangeExecution(
                      order, e.clientOrderId(), e.at(), e.sold(), e.bought(), e.commission());
            });
      }
      return misnamed;
    }
  }
}
