package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.SqlTradingStore;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingEvent;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of orders when trading's store is put back to an earlier instant: the broker may
 * know of more than the store does.
 */
final class RestoredOrders {
  /** How the reason of such a halt begins; it is only taken back after a comparison. */
  static final String MARK = "RESTORED ";

  /** More than any account sends between a backup and its use, and far from 31 bits. */
  private static final int REFERENCES_SKIPPED = 100_000;

  private RestoredOrders() {}

  static List<AccountId> latch(Databases databases, String reason, Instant now) {
    try (SqlTradingStore store = SqlTradingStore.open(databases)) {
      return store.write(
          book -> book.accounts().stream().map(state -> latch(book, state, reason, now)).toList());
    }
  }

  private static AccountId latch(TradingBook book, AccountState state, String reason, Instant now) {
    AccountId account = state.accountId();
    // An older home, if it still runs, neither sends nor books any more.
    book.nextEpoch(account);
    // Numbers that were sent after the backup must not be sent again.
    book.skipBrokerReferences(account, REFERENCES_SKIPPED);
    book.setHalt(account, MARK + reason, now);
    book.tell(account, now, TradingEvent.HALTED, "HALTED: " + MARK + reason, reason);
    return account;
  }

  static boolean isHalted(AccountState state) {
    String reason = state.haltReason();
    return reason != null && reason.startsWith(MARK);
  }
}
