package dev.arduinotrader.trading.broker.alpaca;

import dev.arduinotrader.brokers.alpaca.AlpacaAccount;
import dev.arduinotrader.brokers.alpaca.AlpacaTrading;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.TradingReason;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.MoneyKind;

/**
 * Makes sure, before anything else is asked, that the keys belong to the account that was bound.
 */
final class AlpacaSession {
  static final String CURRENCY = "USD";

  private final AlpacaTrading trading;
  private final Identity expected;
  private volatile boolean proved;

  /**
   * Whose money it is; the broker keeps the kinds apart by their addresses.
   *
   * @param accountId the only account of ours that is kept there
   * @param number the broker's own name of it
   */
  record Identity(AccountId accountId, String number, MoneyKind money) {
    BrokerIdentity told() {
      return new BrokerIdentity(
          "alpaca, account %s, %s money".formatted(number, money.word()), money);
    }
  }

  AlpacaSession(AlpacaTrading trading, Identity expected) {
    this.trading = trading;
    this.expected = expected;
  }

  Identity expected() {
    return expected;
  }

  /** ACCOUNT_MISMATCH when it is another account; asked once. */
  Result<Done> prove(CallContext context) {
    if (!context.account().equals(expected.accountId())) {
      return TradingReason.ACCOUNT_MISMATCH.failure(
          "expected account %s at this broker, found %s"
              .formatted(expected.accountId(), context.account()));
    }
    return proved ? Result.success(Done.DONE) : trading.account().then(this::compare);
  }

  private Result<Done> compare(AlpacaAccount account) {
    if (!account.number().equals(expected.number()) || !account.currency().equals(CURRENCY)) {
      return TradingReason.ACCOUNT_MISMATCH.failure(
          "expected keys of account %s in %s, found those of %s in %s\nMaybe the keys are wrong."
              .formatted(expected.number(), CURRENCY, account.number(), account.currency()));
    }
    proved = true;
    return Result.success(Done.DONE);
  }
}
