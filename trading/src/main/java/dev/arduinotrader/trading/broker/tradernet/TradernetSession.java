package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.brokers.tradernet.TradernetAccount;
import dev.arduinotrader.brokers.tradernet.TradernetUser;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.TradingReason;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.MoneyKind;

/**
 * Makes sure, before anything else is asked, that the keys belong to the one user, the account to
 * the one that was bound to him, and the money to be of the kind that the settings name.
 */
final class TradernetSession {
  private final TradernetAccount account;
  private final Identity expected;
  private volatile boolean proved;

  /**
   * Whose money it is.
   *
   * @param accountId the only account of ours that is kept there
   * @param userId the broker's own name of its owner
   */
  record Identity(AccountId accountId, String userId, MoneyKind money) {
    BrokerIdentity told() {
      return new BrokerIdentity(
          "tradernet, user %s, %s money".formatted(userId, money.word()), money);
    }
  }

  TradernetSession(TradernetAccount account, Identity expected) {
    this.account = account;
    this.expected = expected;
  }

  Identity expected() {
    return expected;
  }

  /** ACCOUNT_MISMATCH when it is another account, user or kind of money; asked once. */
  Result<Done> prove(CallContext context) {
    if (!context.account().equals(expected.accountId())) {
      return TradingReason.ACCOUNT_MISMATCH.failure(
          "expected account %s at this broker, found %s"
              .formatted(expected.accountId(), context.account()));
    }
    return proved ? Result.success(Done.DONE) : account.user().then(this::compare);
  }

  private Result<Done> compare(TradernetUser user) {
    if (!user.userId().equals(expected.userId())) {
      return TradingReason.ACCOUNT_MISMATCH.failure(
          "expected keys of user %s, found those of user %s\nMaybe the keys or the user are wrong."
              .formatted(expected.userId(), user.userId()));
    }
    // What is not said may be real money: it is never taken for play money.
    MoneyKind found = user.demo().orElse(false) ? MoneyKind.PLAY : MoneyKind.REAL;
    if (found != expected.money()) {
      return TradingReason.ACCOUNT_MISMATCH.failure(
          "expected %s money, found that the broker does not say so of user %s"
              .formatted(expected.money().word(), user.userId()));
    }
    proved = true;
    return Result.success(Done.DONE);
  }
}
