package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Accounts;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.TradingStore;
import java.util.Optional;

/**
 * Binds each account to its one broker, once and for good: today only paper to the paper broker.
 */
final class AccountBinding {
  private final TradingStore store;
  private final PortfolioService portfolio;

  AccountBinding(TradingStore store, PortfolioService portfolio) {
    this.store = store;
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
        : portfolio.listAccounts(context).then(accounts -> open(accounts, context.account()));
  }

  private Result<AccountState> open(Accounts accounts, AccountId id) {
    Optional<Account> account =
        accounts.accounts().stream().filter(a -> a.accountId().equals(id)).findFirst();
    if (account.isEmpty()) {
      return TradingReason.ACCOUNT_UNKNOWN.failure(
          "expected an account of the portfolio, found " + id + "\nMaybe create it first.");
    }
    if (account.get().environment() != Environment.PAPER) {
      return TradingReason.BROKER_MISSING.failure(
          "expected a paper account, found %s with broker %s"
              .formatted(account.get().environment(), account.get().broker()));
    }
    return store.write(
        book -> {
          book.open(id, account.get().baseCurrency());
          return Result.success(book.account(id).orElseThrow());
        });
  }
}
