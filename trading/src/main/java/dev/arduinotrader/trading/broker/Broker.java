package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import java.util.Optional;

/**
 * One broker. Every call concerns the context's account. An answer that cannot be read, or none at
 * all, is said to be unclear and never taken for a yes or a no.
 */
public interface Broker {
  BrokerAbilities abilities();

  /** What it promises of one account, where accounts have brokers of their own. */
  default BrokerAbilities abilities(AccountId account) {
    return abilities();
  }

  /**
   * Whose money it is: an account is bound to it once. Empty when it cannot say and does nothing.
   */
  Optional<BrokerIdentity> identity(AccountId account);

  /**
   * Sends an order. Whoever gets {@code Unclear} must ask before sending anything again.
   *
   * @param context nothing of the order is on its way any more at its deadline: what a broker
   *     cannot send and hear of before, it does not send, however long its questions have taken
   */
  SubmitReply submit(CallContext context, BrokerOrder order);

  /** Asks for an order by our own name of it. */
  FindReply findByClientOrderId(CallContext context, ClientOrderId id);

  /** Asks for what is open of an order to be cancelled; harmless to repeat. */
  CancelReply cancel(CallContext context, ClientOrderId id);

  /**
   * Everything that is new after a cursor, and all cash and holdings. Complete, or a failure.
   *
   * @param sinceCursor of the last statement that was taken in, {@link
   *     AccountStatement#FROM_THE_BEGINNING} for everything
   */
  Result<AccountStatement> statement(CallContext context, String sinceCursor);

  /** What came back from sending an order. */
  sealed interface SubmitReply {
    /** The broker has it. */
    record Accepted(String brokerOrderId) implements SubmitReply {}

    /** The broker refused it, and says why. */
    record Rejected(String reason) implements SubmitReply {}

    /** Nobody can say. */
    record Unclear(String what) implements SubmitReply {}
  }

  /** What came back from asking for an order. */
  sealed interface FindReply {
    /** The broker has it. */
    record Found(OrderReport report) implements FindReply {}

    /** The broker says that it has no such order. */
    record NotThere() implements FindReply {}

    /** Nobody can say. */
    record Unclear(String what) implements FindReply {}
  }

  /** What came back from asking for a cancellation. */
  sealed interface CancelReply {
    /** How the order stands now: cancelled, or ended before. */
    record Answered(OrderReport report) implements CancelReply {}

    /** Nobody can say. */
    record Unclear(String what) implements CancelReply {}
  }
}
