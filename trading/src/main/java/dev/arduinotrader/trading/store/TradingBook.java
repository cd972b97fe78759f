package dev.arduinotrader.trading.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.model.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can be read and written within one transaction. */
public interface TradingBook {
  Optional<AccountState> account(AccountId account);

  /** In the order of their ids. */
  List<AccountState> accounts();

  /**
   * Opens the book of an account with lease 1; does nothing when it is open.
   *
   * @param broker whose money it is, in the broker's words
   * @param mode what it begins with
   */
  void open(AccountId account, Currency baseCurrency, String broker, Mode mode);

  void setMode(AccountId account, Mode mode);

  /** Sets the latch with its reason, or opens it when the reason is null. */
  void setHalt(AccountId account, @Nullable String reason, @Nullable Instant at);

  /** Lets only sales leave for a reason, or purchases too when it is null. */
  void setReduceOnly(AccountId account, @Nullable String reason, @Nullable Instant at);

  /** True once for each order: a person has not been told of its unknown fate before. */
  boolean tellUnknown(AccountId account, ClientOrderId order, Instant at);

  void setBooked(AccountId account, long outboxNumber);

  void setCursor(AccountId account, String brokerCursor);

  /** Takes over the account's orders: the lease's new epoch. */
  long nextEpoch(AccountId account);

  /** Leaves out so many broker references. */
  void skipBrokerReferences(AccountId account, int count);

  /** A positive number that no order of the account had before. */
  int nextBrokerReference(AccountId account);

  /**
   * Does a command once and remembers its answer; see {@link
   * dev.arduinotrader.platform.sql.CommandLog}.
   */
  <T> Result<T> once(
      AccountId account,
      CommandId id,
      Wish wish,
      Class<T> type,
      Instant now,
      Supplier<Result<T>> work);

  /** Whether a command was done before; COMMAND_REUSED when it was with another content. */
  Result<Boolean> isDone(AccountId account, CommandId id, Wish wish);

  /** Stores a new intent with its orders. */
  void insert(Intent intent);

  /** Stores what has changed of an intent and its orders. */
  void update(Intent intent);

  Optional<Intent> intent(String tradeId);

  /** The intent that an order of ours belongs to. */
  Optional<Intent> intentOf(ClientOrderId order);

  /** The name of the order that has this reference; empty when there is none. */
  Optional<ClientOrderId> nameOfReference(AccountId account, long brokerReference);

  /** The name of the order that the broker calls so; empty when there is none. */
  Optional<ClientOrderId> nameOfBrokerOrder(AccountId account, String brokerOrderId);

  /** Intents with an order that may still do something, oldest first. */
  List<Intent> active(AccountId account);

  /** Intents after an instant that the gate let pass, oldest first. */
  List<Intent> passedSince(AccountId account, Instant after);

  /** Newest first. */
  List<Intent> newest(AccountId account, int limit);

  /**
   * Adds the broker's fact to the outbox unless it is there.
   *
   * @param numbered the fact with the number that it gets
   */
  Appended append(AccountId account, LongFunction<BrokerMovement> numbered);

  /** Outbox entries with a greater number, in their order. */
  List<BrokerMovement> movements(AccountId account, long afterNumber, int limit);

  /** What the broker executed of one order, oldest first. */
  List<BrokerMovement> movementsOf(ClientOrderId order);

  /** Adds an event that tells of this transaction's change. */
  void tell(AccountId account, Instant at, TradingEvent kind, String summary, Object details);

  /** What became of an entry for the outbox. */
  enum Appended {
    NEW,
    /** It was there with the same content. */
    REPEATED,
    /** It was there with another content, which stays. */
    CONTRADICTED
  }

  /**
   * A command's content, for telling a repeat from a reuse.
   *
   * @param kind which method it is for
   */
  record Wish(String kind, Object content) {}
}
