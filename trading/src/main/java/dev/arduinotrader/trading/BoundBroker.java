package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.MoneyKind;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.TradingStore;
import java.util.Optional;

/**
 * Lets nothing pass to or from a broker that is not the one an account was bound to: settings that
 * were forgotten or changed must not carry real orders on with play money, or the other way.
 */
final class BoundBroker implements Broker {
  private final Broker broker;
  private final TradingStore store;

  BoundBroker(Broker broker, TradingStore store) {
    this.broker = broker;
    this.store = store;
  }

  /** Empty when it is the account's own broker, or when the account is not bound yet. */
  private Optional<Problem> stranger(AccountId account) {
    Optional<AccountState> state = store.read(book -> book.account(account));
    Optional<BrokerIdentity> here = broker.identity(account);
    // A broker without identity does nothing, and says better why.
    return state.isEmpty() || here.isEmpty() || here.get().text().equals(state.get().broker())
        ? Optional.empty()
        : Optional.of(
            TradingReason.ACCOUNT_MISMATCH.problem(
                "expected account %s at %s, to which it was bound, found %s\nMaybe the settings of the broker are missing or changed: see TRADER_BROKER in docs/operations.md."
                    .formatted(account, state.get().broker(), here.get())));
  }

  /** Empty when orders of the account may leave in its mode, judged by the broker's own money. */
  private Optional<Problem> wrongMode(AccountId account) {
    Optional<Mode> mode = store.read(book -> book.account(account)).map(AccountState::mode);
    Optional<MoneyKind> here = broker.identity(account).map(BrokerIdentity::money);
    return mode.isEmpty() || here.isEmpty() || here.get().mode() == mode.get()
        ? Optional.empty()
        : Optional.of(
            TradingReason.ACCOUNT_MISMATCH.problem(
                "expected mode %s for orders with %s money, found %s"
                    .formatted(here.get().mode(), here.get().word(), mode.get())));
  }

  @Override
  public BrokerAbilities abilities() {
    return broker.abilities();
  }

  @Override
  public BrokerAbilities abilities(AccountId account) {
    return broker.abilities(account);
  }

  @Override
  public Optional<BrokerIdentity> identity(AccountId account) {
    return broker.identity(account);
  }

  @Override
  public SubmitReply submit(CallContext context, BrokerOrder order) {
    return stranger(context.account())
        .or(() -> wrongMode(context.account()))
        .<SubmitReply>map(problem -> new SubmitReply.Rejected("not sent: " + problem))
        .orElseGet(() -> broker.submit(context, order));
  }

  @Override
  public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
    return stranger(context.account())
        .<FindReply>map(problem -> new FindReply.Unclear(problem.toString()))
        .orElseGet(() -> broker.findByClientOrderId(context, id));
  }

  @Override
  public CancelReply cancel(CallContext context, ClientOrderId id) {
    return stranger(context.account())
        .<CancelReply>map(problem -> new CancelReply.Unclear(problem.toString()))
        .orElseGet(() -> broker.cancel(context, id));
  }

  @Override
  public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
    return stranger(context.account())
        .<Result<AccountStatement>>map(Result::failure)
        .orElseGet(() -> broker.statement(context, sinceCursor));
  }
}
