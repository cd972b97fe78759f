package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.faults.BrokerFault;
import dev.arduinotrader.trading.broker.faults.FaultScript;
import dev.arduinotrader.trading.broker.faults.FaultyLine;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One bad line for a whole simulation: what is underway on it outlives the process that sent it.
 */
final class SimulatedLine {
  private final FaultyLine line;
  private @Nullable Broker beyond;
  private boolean calm;

  SimulatedLine(FaultScript script) {
    this.line = new FaultyLine(new Beyond(), call -> calm ? Optional.empty() : script.next(call));
  }

  /** From now on it leads to this broker. */
  Broker to(Broker broker) {
    beyond = broker;
    return line;
  }

  /** The broker itself, as if by telephone. */
  Broker beyond() {
    return Objects.requireNonNull(beyond);
  }

  /** From now on nothing goes wrong. */
  void calm() {
    calm = true;
  }

  /** How often each fault came. */
  Map<BrokerFault, Integer> faults() {
    return line.happened();
  }

  /** Whatever broker the line leads to now. */
  private final class Beyond implements Broker {
    @Override
    public BrokerAbilities abilities() {
      return beyond().abilities();
    }

    @Override
    public Optional<BrokerIdentity> identity(AccountId account) {
      return beyond().identity(account);
    }

    @Override
    public SubmitReply submit(CallContext context, BrokerOrder order) {
      return beyond().submit(context, order);
    }

    @Override
    public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
      return beyond().findByClientOrderId(context, id);
    }

    @Override
    public CancelReply cancel(CallContext context, ClientOrderId id) {
      return beyond().cancel(context, id);
    }

    @Override
    public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
      return beyond().statement(context, sinceCursor);
    }
  }
}
