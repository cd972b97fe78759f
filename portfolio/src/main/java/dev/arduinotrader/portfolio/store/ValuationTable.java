package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.DailyValuation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of table daily_valuation. */
final class ValuationTable {
  private ValuationTable() {}

  static List<DailyValuation> between(
      Handle handle, AccountId account, LocalDate from, LocalDate to) {
    return handle
        .createQuery(
            "select content_json from daily_valuation where account_id = :account"
                + " and day >= :from and day <= :to order by day")
        .bind("account", account.value())
        .bind("from", from.toEpochDay())
        .bind("to", to.toEpochDay())
        .mapTo(String.class)
        .map(json -> Json.read(json, DailyValuation.class))
        .list();
  }

  static void keep(Handle handle, AccountId account, List<DailyValuation> days) {
    for (DailyValuation day : days) {
      handle
          .createUpdate(
              "insert into daily_valuation (account_id, day, content_json)"
                  + " values (:account, :day, :content) on conflict (account_id, day) do update"
                  + " set content_json = excluded.content_json")
          .bind("account", account.value())
          .bind("day", day.day().toEpochDay())
          .bind("content", Json.write(day))
          .execute();
    }
  }

  /** Forgets the days that an entry of an instant changes. */
  static void forgetFrom(Handle handle, AccountId account, Instant at) {
    handle
        .createUpdate("delete from daily_valuation where account_id = :account and day >= :day")
        .bind("account", account.value())
        .bind("day", at.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay())
        .execute();
  }
}
