package dev.arduinotrader.trading.broker.faults;

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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A broker over a bad line. It never says what the broker beyond it could not say on a bad day: its
 * lists lag twice for an order at most, and more absences than that are asked for as a proof.
 */
public final class FaultyLine implements Broker {
  private static final int LAGS_MAX = 2;

  private final Broker broker;
  private final FaultScript script;
  private final Map<BrokerFault, Integer> happened = new EnumMap<>(BrokerFault.class);
  private final Map<ClientOrderId, Integer> lags = new HashMap<>();
  private final List<Runnable> underway = new ArrayList<>();
  private final ToldNews told = new ToldNews();

  public FaultyLine(Broker broker, FaultScript script) {
    this.broker = broker;
    this.script = script;
  }

  /** How often each fault came so far. */
  public synchronized Map<BrokerFault, Integer> happened() {
    return Map.copyOf(happened);
  }

  @Override
  public BrokerAbilities abilities() {
    BrokerAbilities promised = broker.abilities();
    return promised.with(promised.clientIds(), promised.absencesForProof() + LAGS_MAX);
  }

  @Override
  public Optional<BrokerIdentity> identity(AccountId account) {
    return broker.identity(account);
  }

  /** What was delayed arrives first; then it is drawn what goes wrong with this call. */
  private Optional<BrokerFault> fault(BrokerCall call) {
    List<Runnable> arriving;
    Optional<BrokerFault> fault;
    synchronized (this) {
      arriving = List.copyOf(underway);
      underway.clear();
      fault = script.next(call);
      fault.ifPresent(found -> happened.merge(found, 1, Integer::sum));
    }
    arriving.forEach(Runnable::run);
    return fault;
  }

  private synchronized void delay(Runnable call) {
    underway.add(call);
  }

  private synchronized boolean lag(ClientOrderId id) {
    return lags.merge(id, 1, Integer::sum) <= LAGS_MAX;
  }

  @Override
  public SubmitReply submit(CallContext context, BrokerOrder order) {
    Optional<BrokerFault> fault = fault(BrokerCall.ORDER);
    if (fault.isEmpty()) {
      return broker.submit(context, order);
    }
    switch (fault.get()) {
      case REPLY_LOST, ERROR_AFTER_EFFECT -> broker.submit(context, order);
      case DELAYED -> delay(() -> broker.submit(context, order));
      case DISCONNECTED, RATE_LIMITED, DUPLICATED, REORDERED, LISTS_LAG -> {}
    }
    return new SubmitReply.Unclear(rehearsed(fault.get()));
  }

  @Override
  public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
    Optional<BrokerFault> fault = fault(BrokerCall.QUESTION);
    if (fault.isEmpty()) {
      return broker.findByClientOrderId(context, id);
    }
    return switch (fault.get()) {
      case LISTS_LAG ->
          broker.findByClientOrderId(context, id) instanceof FindReply.Unclear unclear
              ? unclear
              : lagging(context, id);
      case DISCONNECTED,
          REPLY_LOST,
          ERROR_AFTER_EFFECT,
          DELAYED,
          RATE_LIMITED,
          DUPLICATED,
          REORDERED ->
          new FindReply.Unclear(rehearsed(fault.get()));
    };
  }

  private FindReply lagging(CallContext context, ClientOrderId id) {
    return lag(id) ? new FindReply.NotThere() : broker.findByClientOrderId(context, id);
  }

  @Override
  public CancelReply cancel(CallContext context, ClientOrderId id) {
    Optional<BrokerFault> fault = fault(BrokerCall.CANCELLATION);
    if (fault.isEmpty()) {
      return broker.cancel(context, id);
    }
    switch (fault.get()) {
      case REPLY_LOST, ERROR_AFTER_EFFECT -> broker.cancel(context, id);
      case DELAYED -> delay(() -> broker.cancel(context, id));
      case DISCONNECTED, RATE_LIMITED, DUPLICATED, REORDERED, LISTS_LAG -> {}
    }
    return new CancelReply.Unclear(rehearsed(fault.get()));
  }

  @Override
  public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
    Optional<BrokerFault> fault = fault(BrokerCall.STATEMENT);
    if (fault.isEmpty()) {
      return read(context, sinceCursor);
    }
    return switch (fault.get()) {
      case LISTS_LAG ->
          told.asBefore(context, sinceCursor)
              .map(Result::success)
              .orElseGet(() -> read(context, sinceCursor));
      case DUPLICATED ->
          read(context, sinceCursor).map(news -> told.again(context.account(), news));
      case REORDERED -> read(context, sinceCursor).map(ToldNews::backwards);
      case DISCONNECTED, REPLY_LOST, ERROR_AFTER_EFFECT, DELAYED, RATE_LIMITED ->
          CommonReason.UNAVAILABLE.failure(rehearsed(fault.get()));
    };
  }

  private Result<AccountStatement> read(CallContext context, String sinceCursor) {
    return broker
        .statement(context, sinceCursor)
        .map(statement -> told.remember(context.account(), statement));
  }

  private static String rehearsed(BrokerFault fault) {
    return "rehearsed fault %s: %s".formatted(fault, fault.sentence());
  }
}
