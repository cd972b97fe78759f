package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.store.AccountState;
import dev.arduinotrader.portfolio.store.PortfolioStore;
import java.util.List;
import java.util.function.Supplier;

/** The accounts that calls concern: found with their books, or refused. */
final class OpenAccounts {
  private final PortfolioStore store;

  OpenAccounts(PortfolioStore store) {
    this.store = store;
  }

  /** The account of a call; or ACCOUNT_MISSING or ACCOUNT_UNKNOWN. */
  Result<AccountState> of(CallContext context) {
    AccountId account = context.account();
    if (account.equals(AccountId.SHARED)) {
      return CommonReason.ACCOUNT_MISSING.failure(
          "expected the account that the call concerns, found none");
    }
    return store
        .state(account)
        .map(Result::success)
        .orElseGet(
            () ->
                PortfolioReason.ACCOUNT_UNKNOWN.failure(
                    "expected an account that was opened, found %s\nMaybe open it first."
                        .formatted(account)));
  }

  /** Does the work when nothing is wrong; refuses it whole otherwise. */
  static <T> Result<T> ifFaultless(List<Fault> faults, Supplier<Result<T>> work) {
    return faults.isEmpty() ? work.get() : Result.failure(Problem.invalid(faults));
  }
}
