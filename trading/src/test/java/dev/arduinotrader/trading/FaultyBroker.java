package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.BrokerOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The paper broker over a bad line. */
final class FaultyBroker implements Broker {
  /** What goes wrong. */
  enum Fault {
    /** The order does not arrive, and nobody says so. */
    ORDER_LOST,
    /** The order arrives; the answer does not. */
    ORDER_REPLY_LOST,
    /** The cancellation arrives; the answer does not. */
    CANCEL_REPLY_LOST,
    QUESTION_LOST,
    STATEMENT_LOST
  }

  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private final List<BrokerOrder> submitted = new ArrayList<>();
  private @Nullable Broker broker;
  private @Nullable BrokerAbilities abilities;
  private @Nullable BrokerIdentity identity;
  private UnaryOperator<AccountStatement> statements = UnaryOperator.identity();

  void wrap(Broker other) {
    broker = other;
  }

  /** From now on exactly these faults happen. */
  void failing(Fault... now) {
    faults.clear();
    faults.addAll(List.of(now));
  }

  void promising(BrokerAbilities other) {
    abilities = other;
  }

  /** From now on the money here is somebody else's; null for what it was. */
  void belongingTo(@Nullable BrokerIdentity other) {
    identity = other;
  }

  /** Changes what statements say from now on. */
  void saying(UnaryOperator<AccountStatement> change) {
    statements = change;
  }

  /** Every order that was sent, repeats included. */
  List<BrokerOrder> submitted() {
    return List.copyOf(submitted);
  }

  private Broker broker() {
    return Objects.requireNonNull(broker);
  }

  @Override
  public BrokerAbilities abilities() {
    return abilities == null ? broker().abilities() : abilities;
  }

  @Override
  public Optional<BrokerIdentity> identity(AccountId account) {
    return identity == null ? broker().identity(account) : Optional.of(identity);
  }

  @Override
  public SubmitReply submit(CallContext context, BrokerOrder order) {
    submitted.add(order);
    if (faults.contains(Fault.ORDER_LOST)) {
      return new SubmitReply.Unclear("the line broke");
    }
    SubmitReply reply = broker().submit(context, order);
    return faults.contains(Fault.ORDER_REPLY_LOST)
        ? new SubmitReply.Unclear("the line broke")
        : reply;
  }

  @Override
  public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
    return faults.contains(Fault.QUESTION_LOST)
        ? new FindReply.Unclear("the line broke")
        : broker().findByClientOrderId(context, id);
  }

  @Override
  public CancelReply cancel(CallContext context, ClientOrderId id) {
    CancelReply reply = broker().cancel(context, id);
    return faults.contains(Fault.CANCEL_REPLY_LOST)
        ? new CancelReply.Unclear("the line broke")
        : reply;
  }

  @Override
  public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
    return faults.contains(Fault.STATEMENT_LOST)
        ? CommonReason.UNAVAILABLE.failure("the line broke")
        : broker().statement(context, sinceCursor).map(statements);
  }
}
