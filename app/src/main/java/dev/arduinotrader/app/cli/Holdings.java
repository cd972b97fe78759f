package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.universe.UniverseReason;
import java.util.ArrayList;
import java.util.List;

/** Which accounts hold a security, or have wishes about it. */
final class Holdings {
  private Holdings() {}

  /**
   * Refuses when the books or the policy of any account name the security: they would go on under
   * the old ISIN, and the same security could be bought again under the new one.
   */
  static Result<Boolean> refuseUse(Session session, Isin isin) {
    return uses(session, isin)
        .then(
            uses ->
                uses.isEmpty()
                    ? Result.success(true)
                    : UniverseReason.ISIN_FIXED.failure(
                        "expected no account to know %s yet, found: %s"
                                .formatted(isin, String.join("; ", uses))
                            + "\nMaybe sell it and set its wishes to null first."));
  }

  /** One sentence for each account that holds the security or has a wish about it. */
  static Result<List<String>> uses(Session session, Isin isin) {
    return session
        .services()
        .portfolio()
        .listAccounts(session.context(SecurityFinder.TIMEOUT))
        .then(
            accounts -> {
              List<String> uses = new ArrayList<>();
              for (Account account : accounts.accounts()) {
                Result<List<String>> found = uses(session, account.accountId(), isin);
                if (found instanceof Result.Failure<List<String>>(Problem problem)) {
                  return Result.failure(problem);
                }
                uses.addAll(found.orElseThrow());
              }
              return Result.success(uses);
            });
  }

  private static Result<List<String>> uses(Session session, AccountId account, Isin isin) {
    CallContext context = session.context(SecurityFinder.TIMEOUT).withAccount(account);
    Result<List<String>> held =
        switch (session.services().portfolio().getPosition(context, isin)) {
          case Result.Success<Position>(Position position) ->
              Result.success(
                  position.quantity().isZero()
                      ? List.of()
                      : List.of(account + " holds " + position.quantity()));
          case Result.Failure<Position>(Problem problem) ->
              problem.kind() == FailureKind.NOT_FOUND
                  ? Result.success(List.of())
                  : Result.failure(problem);
        };
    return held.then(
        holding ->
            session
                .services()
                .portfolio()
                .getPolicy(context)
                .map(
                    version -> {
                      List<String> uses = new ArrayList<>(holding);
                      if (version.policy().wishes().stream()
                          .map(SecurityWish::isin)
                          .anyMatch(isin::equals)) {
                        uses.add("the policy of " + account + " has wishes about it");
                      }
                      return uses;
                    }));
  }
}
