package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.TradingReason;
import java.util.Map;
import java.util.Optional;

/** Each account's own broker; all but those that were bound to another are the paper broker's. */
public final class AccountBrokers implements Broker, PaperCash {
  private final Map<AccountId, Broker> bound;
  private final Broker paper;
  private final PaperCash till;

  public AccountBrokers(Map<AccountId, Broker> bound, Broker paper, PaperCash till) {
    this.bound = Map.copyOf(bound);
    this.paper = paper;
    this.till = till;
  }

  private Broker of(AccountId account) {
    return bound.getOrDefault(account, paper);
  }

  @Override
  public BrokerAbilities abilities() {
    return paper.abilities();
  }

  @Override
  public BrokerAbilities abilities(AccountId account) {
    return of(account).abilities();
  }

  @Override
  public Optional<BrokerIdentity> identity(AccountId account) {
    return of(account).identity(account);
  }

  @Override
  public SubmitReply submit(CallContext context, BrokerOrder order) {
    return of(context.account()).submit(context, order);
  }

  @Override
  public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
    return of(context.account()).findByClientOrderId(context, id);
  }

  @Override
  public CancelReply cancel(CallContext context, ClientOrderId id) {
    return of(context.account()).cancel(context, id);
  }

  @Override
  public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
    return of(context.account()).statement(context, sinceCursor);
  }

  /** Only the paper broker has a till; money of other accounts comes by their brokers' news. */
  @Override
  public Result<Done> move(CallContext context, String movementId, Money amount) {
    return bound.containsKey(context.account())
        ? TradingReason.BROKER_MISSING.failure(
            "expected an account of the paper broker, found %s at %s\nMaybe pay in at the broker."
                .formatted(context.account(), abilities(context.account()).name()))
        : till.move(context, movementId, amount);
  }
}
