package dev.arduinotrader.trading.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.sql.CommandLog;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.model.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** One transaction over trading's tables. */
final class SqlTradingBook implements TradingBook {
  private final Handle handle;
  private final EventLog events;
  private final IntentTable intents;

  SqlTradingBook(Handle handle, EventLog events) {
    this.handle = handle;
    this.events = events;
    this.intents = new IntentTable(handle);
  }

  @Override
  public Optional<AccountState> account(AccountId account) {
    return handle
        .createQuery("select * from account where account_id = :account")
        .bind("account", account.value())
        .map((row, context) -> Rows.account(row))
        .findOne();
  }

  @Override
  public List<AccountState> accounts() {
    return handle
        .createQuery("select * from account order by account_id")
        .map((row, context) -> Rows.account(row))
        .list();
  }

  @Override
  public void open(AccountId account, Currency baseCurrency, String broker, Mode mode) {
    handle
        .createUpdate(
            "insert into account (account_id, base_currency, broker, mode, lease_epoch,"
                + " outbox_last, outbox_booked, broker_cursor, broker_reference_last)"
                + " values (:account, :currency, :broker, :mode, 1, 0, 0, 0, 0)"
                + " on conflict do nothing")
        .bind("account", account.value())
        .bind("currency", baseCurrency.code())
        .bind("broker", broker)
        .bind("mode", mode.name())
        .execute();
  }

  @Override
  public void setMode(AccountId account, Mode mode) {
    handle
        .createUpdate("update account set mode = :mode where account_id = :account")
        .bind("mode", mode.name())
        .bind("account", account.value())
        .execute();
  }

  @Override
  public void setHalt(AccountId account, @Nullable String reason, @Nullable Instant at) {
    handle
        .createUpdate(
            "update account set halt_reason = :reason, halted_at_micros = :at"
                + " where account_id = :account")
        .bind("reason", reason)
        .bind("at", at == null ? null : CommonMessages.toMicros(at))
        .bind("account", account.value())
        .execute();
  }

  @Override
  public void setReduceOnly(AccountId account, @Nullable String reason, @Nullable Instant at) {
    handle
        .createUpdate(
            "update account set reduce_reason = :reason, reduced_at_micros = :at"
                + " where account_id = :account")
        .bind("reason", reason)
        .bind("at", at == null ? null : CommonMessages.toMicros(at))
        .bind("account", account.value())
        .execute();
  }

  @Override
  public boolean tellUnknown(AccountId account, ClientOrderId order, Instant at) {
    return handle
            .createUpdate(
                "insert into told_unknown (client_order_id, account_id, told_at_micros)"
                    + " values (:order, :account, :at) on conflict do nothing")
            .bind("order", order.value())
            .bind("account", account.value())
            .bind("at", CommonMessages.toMicros(at))
            .execute()
        == 1;
  }

  @Override
  public void setBooked(AccountId account, long outboxNumber) {
    handle
        .createUpdate("update account set outbox_booked = :booked where account_id = :account")
        .bind("booked", outboxNumber)
        .bind("account", account.value())
        .execute();
  }

  @Override
  public void setCursor(AccountId account, String brokerCursor) {
    handle
        .createUpdate("update account set statement_cursor = :cursor where account_id = :account")
        .bind("cursor", brokerCursor)
        .bind("account", account.value())
        .execute();
  }

  @Override
  public long nextEpoch(AccountId account) {
    return counted(account, "lease_epoch");
  }

  @Override
  public void skipBrokerReferences(AccountId account, int count) {
    handle
        .createUpdate(
            "update account set broker_reference_last = broker_reference_last + :count"
                + " where account_id = :account")
        .bind("count", count)
        .bind("account", account.value())
        .execute();
  }

  @Override
  public int nextBrokerReference(AccountId account) {
    return Math.toIntExact(counted(account, "broker_reference_last"));
  }

  /** One more of a counter; the column is a constant of ours. */
  private long counted(AccountId account, String column) {
    return handle
        .createQuery(
            "update account set %s = %s + 1 where account_id = :account returning %s"
                .formatted(column, column, column))
        .bind("account", account.value())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public <T> Result<T> once(
      AccountId account,
      CommandId id,
      Wish wish,
      Class<T> type,
      Instant now,
      Supplier<Result<T>> work) {
    return CommandLog.once(handle, account, id, wish, type, now, work);
  }

  @Override
  public Result<Boolean> isDone(AccountId account, CommandId id, Wish wish) {
    Optional<String> hash =
        handle
            .createQuery(
                "select request_hash from command"
                    + " where account_id = :account and command_id = :command")
            .bind("account", account.value())
            .bind("command", id.value())
            .mapTo(String.class)
            .findOne();
    if (hash.isPresent() && !hash.get().equals(Json.hash(wish))) {
      return CommonReason.COMMAND_REUSED.failure(
          "command "
              + id
              + " of account "
              + account
              + " was given before with another content"
              + "\nMaybe make a new command id for a new wish.");
    }
    return Result.success(hash.isPresent());
  }

  @Override
  public void insert(Intent intent) {
    intents.insert(intent);
  }

  @Override
  public void update(Intent intent) {
    intents.update(intent);
  }

  @Override
  public Optional<Intent> intent(String tradeId) {
    return intents.find(tradeId);
  }

  @Override
  public Optional<Intent> intentOf(ClientOrderId order) {
    return intents.of(order);
  }

  @Override
  public Optional<ClientOrderId> nameOfReference(AccountId account, long brokerReference) {
    return intents.nameOf(account, brokerReference);
  }

  @Override
  public Optional<ClientOrderId> nameOfBrokerOrder(AccountId account, String brokerOrderId) {
    return intents.nameOf(account, brokerOrderId);
  }

  @Override
  public List<Intent> active(AccountId account) {
    return intents.active(account);
  }

  @Override
  public List<Intent> passedSince(AccountId account, Instant after) {
    return intents.passedSince(account, after);
  }

  @Override
  public List<Intent> newest(AccountId account, int limit) {
    return intents.newest(account, limit);
  }

  @Override
  public Appended append(AccountId account, LongFunction<BrokerMovement> numbered) {
    BrokerMovement content = numbered.apply(0);
    String hash = Json.hash(content);
    Optional<String> earlier =
        handle
            .createQuery(
                "select content_hash from outbox"
                    + " where account_id = :account and source_id = :source")
            .bind("account", account.value())
            .bind("source", content.sourceId())
            .mapTo(String.class)
            .findOne();
    if (earlier.isPresent()) {
      return earlier.get().equals(hash) ? Appended.REPEATED : Appended.CONTRADICTED;
    }
    BrokerMovement movement = numbered.apply(counted(account, "outbox_last"));
    handle
        .createUpdate(
            "insert into outbox (account_id, outbox_number, source_id, client_order_id, kind,"
                + " movement_json, content_hash)"
                + " values (:account, :number, :source, :order, :kind, :json, :hash)")
        .bind("account", account.value())
        .bind("number", movement.sequence())
        .bind("source", movement.sourceId())
        .bind("order", Rows.clientOrderId(movement))
        .bind("kind", Rows.MovementKind.of(movement).name())
        .bind("json", Json.write(movement))
        .bind("hash", hash)
        .execute();
    return Appended.NEW;
  }

  @Override
  public List<BrokerMovement> movements(AccountId account, long afterNumber, int limit) {
    Query query =
        handle
            .createQuery(
                "select kind, movement_json from outbox"
                    + " where account_id = :account and outbox_number > :after"
                    + " order by outbox_number limit :limit")
            .bind("account", account.value())
            .bind("after", afterNumber)
            .bind("limit", limit);
    return query.map((row, context) -> Rows.movement(row)).list();
  }

  @Override
  public List<BrokerMovement> movementsOf(ClientOrderId order) {
    return handle
        .createQuery(
            "select kind, movement_json from outbox where client_order_id = :order"
                + " order by outbox_number")
        .bind("order", order.value())
        .map((row, context) -> Rows.movement(row))
        .list();
  }

  @Override
  public void tell(
      AccountId account, Instant at, TradingEvent kind, String summary, Object details) {
    events.append(handle, account, at, kind.name(), summary, details);
  }
}
