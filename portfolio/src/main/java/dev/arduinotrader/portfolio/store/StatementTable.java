package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.StatementDifference;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of table statement_reading: one per account, the last good one. */
final class StatementTable {
  private StatementTable() {}

  /** What is kept of a reading. */
  private record Reading(List<StatementDifference> items) {}

  /** What the last good statement differed in. */
  static List<StatementDifference> lastItems(Handle handle, AccountId account) {
    return handle
        .createQuery("select items_json from statement_reading where account_id = :account")
        .bind("account", account.value())
        .mapTo(String.class)
        .findOne()
        .map(json -> Json.read(json, Reading.class).items())
        .orElse(List.of());
  }

  static void keep(Handle handle, AccountId account, Instant at, List<StatementDifference> items) {
    handle
        .createUpdate(
            "insert into statement_reading (account_id, at_micros, items_json)"
                + " values (:account, :at, :items) on conflict (account_id) do update"
                + " set at_micros = excluded.at_micros, items_json = excluded.items_json")
        .bind("account", account.value())
        .bind("at", CommonMessages.toMicros(at))
        .bind("items", Json.write(new Reading(items)))
        .execute();
  }
}
