package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.BooksPage;
import dev.arduinotrader.portfolio.BooksQuery;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerPage;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.LedgerTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the whole books of the chosen account, page by page. */
final class BooksPages {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int LEDGER_LIMIT = 1_000;

  private BooksPages() {}

  /** The chosen account; NOT_FOUND when it was never opened. */
  static Result<Account> account(Session session) {
    CallContext context = session.context(TIMEOUT);
    return session
        .services()
        .portfolio()
        .listAccounts(context)
        .then(
            accounts ->
                accounts.accounts().stream()
                    .filter(account -> account.accountId().equals(context.account()))
                    .findFirst()
                    .map(Result::success)
                    .orElseGet(
                        () ->
                            CommonReason.NOT_FOUND.failure(
                                "expected an account that was opened, found "
                                    + context.account())));
  }

  /** Every fact that was booked when the first page was read, in the order of the ledger. */
  static Result<List<BrokerMovement>> movements(Session session) {
    List<BrokerMovement> all = new ArrayList<>();
    int total = 1;
    while (all.size() < total) {
      switch (session
          .services()
          .portfolio()
          .exportBooks(
              session.context(TIMEOUT), new BooksQuery(all.size(), BooksQuery.LIMIT_MAX))) {
        case Result.Failure<BooksPage>(Problem problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<BooksPage>(BooksPage page) -> {
          total = all.isEmpty() ? page.total() : total;
          all.addAll(page.movements());
          if (page.movements().isEmpty() && all.size() < total) {
            return CommonReason.INTERNAL.failure(
                "expected %d facts, found only %d".formatted(total, all.size()));
          }
        }
      }
    }
    return Result.success(List.copyOf(all.subList(0, total)));
  }

  /** Every transaction of the ledger. */
  static Result<List<LedgerTransaction>> ledger(Session session) {
    List<LedgerTransaction> all = new ArrayList<>();
    boolean more = true;
    while (more) {
      long after = all.isEmpty() ? 0 : all.getLast().number();
      switch (session
          .services()
          .portfolio()
          .listLedger(session.context(TIMEOUT), new LedgerQuery(after, LEDGER_LIMIT))) {
        case Result.Failure<LedgerPage>(Problem problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<LedgerPage>(LedgerPage page) -> {
          all.addAll(page.transactions());
          more = page.transactions().size() == LEDGER_LIMIT;
        }
      }
    }
    return Result.success(List.copyOf(all));
  }
}
