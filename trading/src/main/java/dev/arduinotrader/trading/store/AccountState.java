package dev.arduinotrader.trading.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.trading.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account's orders are subject to, and how far its news are.
 *
 * @param broker whose money it is, in the broker's words; never changes
 * @param haltReason null unless the latch is set
 * @param haltedAt null unless the latch is set
 * @param reduceReason null unless only sales may leave
 * @param epoch of the lease; an order leaves only under the newest
 * @param outboxLast the last number written
 * @param outboxBooked the last number that the books have confirmed
 * @param brokerCursor how much of the broker's news has been taken in
 */
public record AccountState(
    AccountId accountId,
    Currency baseCurrency,
    String broker,
    Mode mode,
    @Nullable String haltReason,
    @Nullable Instant haltedAt,
    @Nullable String reduceReason,
    long epoch,
    long outboxLast,
    long outboxBooked,
    String brokerCursor) {

  public boolean isHalted() {
    return haltReason != null;
  }
}
