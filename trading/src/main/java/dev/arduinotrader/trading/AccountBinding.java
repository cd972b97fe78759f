package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Accounts;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.MoneyKind;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.TradingStore;
import java.util.Optional;

/** Binds each account to its one broker and one kind of money, once and for good. */
final class AccountBinding {
  private final TradingStore store;
  private final PortfolioService portfolio;
  private final Broker broker;

  AccountBinding(TradingStore store, PortfolioService portfolio, Broker broker) {
    this.store = store;
    this.broker = broker;
    this.portfolio = portfolio;
  }

  /** The context's account; asked of the portfolio at its first use only. */
  Result<AccountState> bind(CallContext context) {
    if (context.account().equals(AccountId.SHARED)) {
      return CommonReason.ACCOUNT_MISSING.failure("expected an account to trade in, found none");
    }
    Optional<AccountState> known = store.read(book -> book.account(context.account()));
    return known.isPresent()
        ? Result.success(known.get())
        : portfolio.listAccounts(context).then(accounts -> open(accounts, context));
  }

  private Result<AccountState> open(Accounts accounts, CallContext context) {
    AccountId id = context.account();
    Optional<Account> account =
        accounts.accounts().stream().filter(a -> a.accountId().equals(id)).findFirst();
    if (account.isEmpty()) {
      return TradingReason.ACCOUNT_UNKNOWN.failure(
          "expected an account of the portfolio, found " + id + "\nMaybe create it first.");
    }
    String name = broker.abilities(id).name();
    Optional<BrokerIdentity> identity = broker.identity(id);
    if (identity.isEmpty()) {
      // Such a broker knows nothing but why it is of no use.
      return broker
          .statement(context, AccountStatement.FROM_THE_BEGINNING)
          .then(
              none ->
                  TradingReason.BROKER_MISSING.failure(
                      "expected broker %s to say whose money it keeps, found nothing"
                          .formatted(name)));
    }
    if (!account.get().broker().equals(name)) {
      return TradingReason.ACCOUNT_MISMATCH.failure(
          "expected broker %s for account %s, as the portfolio has it, found %s\nMaybe the settings of the broker are missing: see TRADER_BROKER in docs/operations.md."
              .formatted(account.get().broker(), id, name));
    }
    MoneyKind money = identity.get().money();
    if (account.get().environment() != money.environment()) {
      return TradingReason.ACCOUNT_MISMATCH.failure(
          "expected %s money for account %s, which was opened as %s, found: %s\nMaybe the settings of the broker are wrong: see TRADER_BROKER in docs/operations.md."
              .formatted(
                  account.get().environment() == Environment.LIVE ? "real" : "play",
                  id,
                  account.get().environment(),
                  identity.get()));
    }
    return store.write(
        book -> {
          book.open(id, account.get().baseCurrency(), identity.get().text(), first(money));
          return Result.success(book.account(id).orElseThrow());
        });
  }

  /** Real money waits for its owner's word. */
  private static Mode first(MoneyKind money) {
    return switch (money) {
      case PLAY -> Mode.PAPER;
      case REAL -> Mode.RESEARCH;
    };
  }
}
