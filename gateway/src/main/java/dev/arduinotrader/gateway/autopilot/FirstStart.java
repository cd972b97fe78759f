package dev.arduinotrader.gateway.autopilot;

import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.PortfolioService;
import java.time.Duration;

/**
 * Opens the first account and pays the first money in, once in the life of an installation. The
 * command id is fixed, so that a start that was cut off repeats the same wish.
 */
public final class FirstStart {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final CommandId FIRST_DEPOSIT = CommandId.of("first-deposit");

  private final PortfolioService portfolio;
  private final GatewayService gateway;
  private final TraderClock clock;
  private final Ids ids;
  private final AccountId account;
  private final Money deposit;

  public FirstStart(
      PortfolioService portfolio,
      GatewayService gateway,
      TraderClock clock,
      Ids ids,
      AccountId account,
      Money deposit) {
    this.portfolio = portfolio;
    this.gateway = gateway;
    this.clock = clock;
    this.ids = ids;
    this.account = account;
    this.deposit = deposit;
  }

  /** True when there is an account now; otherwise the problem, and it may be tried again. */
  public Result<Boolean> ensure() {
    CallContext context =
        new CallContext(
            account, "first-start", ids.nextRequestId(), Deadline.after(TIMEOUT), clock.now());
    return isDue(context)
        .then(
            due ->
                due
                    ? gateway
                        .processDeposit(context, new DepositCommand(FIRST_DEPOSIT, deposit))
                        .map(summary -> true)
                    : Result.success(true));
  }

  /** Without any account, or when it was opened and the first money did not arrive any more. */
  private Result<Boolean> isDue(CallContext context) {
    return portfolio
        .listAccounts(context)
        .then(
            accounts -> {
              if (accounts.accounts().isEmpty()) {
                return Result.success(true);
              }
              boolean ours =
                  accounts.accounts().stream().anyMatch(one -> one.accountId().equals(account));
              return ours ? isEmptyLedger(context) : Result.success(false);
            });
  }

  private Result<Boolean> isEmptyLedger(CallContext context) {
    return portfolio
        .listLedger(context, new LedgerQuery(0, 1))
        .map(ledger -> ledger.transactions().isEmpty());
  }
}
