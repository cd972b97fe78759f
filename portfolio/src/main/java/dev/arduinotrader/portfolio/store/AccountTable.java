package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Environment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of table account. */
final class AccountTable {
  private static final String COLUMNS =
      "select account_id, base_currency, broker, environment, opened_at_micros, booked_sequence,"
          + " trading_epoch from account ";

  private AccountTable() {}

  /** An account and how far it is booked. */
  record Row(Account account, long bookedSequence, long tradingEpoch) {}

  static void insert(Handle handle, Account account) {
    handle
        .createUpdate(
            "insert into account (account_id, base_currency, broker, environment,"
                + " opened_at_micros, booked_sequence, trading_epoch)"
                + " values (:account, :base, :broker, :environment, :openedAt, 0, 0)")
        .bind("account", account.accountId().value())
        .bind("base", account.baseCurrency().code())
        .bind("broker", account.broker())
        .bind("environment", account.environment().name())
        .bind("openedAt", CommonMessages.toMicros(account.openedAt()))
        .execute();
  }

  static Optional<Row> find(Handle handle, AccountId account) {
    return handle
        .createQuery(COLUMNS + "where account_id = :account")
        .bind("account", account.value())
        .map((row, context) -> read(row))
        .findOne();
  }

  static List<Account> all(Handle handle) {
    return handle
        .createQuery(COLUMNS + "order by account_id")
        .map((row, context) -> read(row).account())
        .list();
  }

  static void advance(Handle handle, AccountId account, long bookedSequence, long tradingEpoch) {
    handle
        .createUpdate(
            "update account set booked_sequence = :sequence, trading_epoch = :epoch"
                + " where account_id = :account")
        .bind("sequence", bookedSequence)
        .bind("epoch", tradingEpoch)
        .bind("account", account.value())
        .execute();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        new Account(
            AccountId.of(row.getString(1)),
            Currency.of(row.getString(2)),
            row.getString(3),
            Environment.valueOf(row.getString(4)),
            CommonMessages.fromMicros(row.getLong(5))),
        row.getLong(6),
        row.getLong(7));
  }
}
