package dev.arduinotrader.universe.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.universe.ActionKind;
import dev.arduinotrader.universe.ActionLeg;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.model.RecordedAction;
import dev.arduinotrader.universe.model.SourceRanking;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Reads and writes what sources said about corporate actions. */
final class ActionTable {
  private ActionTable() {}

  /** One leg as it is stored. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record LegRow(
      @Nullable String isin,
      String perShare,
      @Nullable String costFraction,
      @Nullable String currency) {
    private static LegRow of(ActionLeg leg) {
      return switch (leg) {
        case ActionLeg.Shares(Isin isin, BigDecimal perShare, BigDecimal cost) ->
            new LegRow(
                isin.value(),
                perShare.toPlainString(),
                cost == null ? null : cost.toPlainString(),
                null);
        case ActionLeg.Cash(BigDecimal perShare, Currency currency) ->
            new LegRow(null, perShare.toPlainString(), null, currency.code());
      };
    }

    private ActionLeg leg() {
      BigDecimal amount = Decimals.parse(perShare);
      if (currency != null) {
        return new ActionLeg.Cash(amount, Currency.of(currency));
      }
      return new ActionLeg.Shares(
          Isin.of(java.util.Objects.requireNonNull(isin)),
          amount,
          costFraction == null ? null : Decimals.parse(costFraction));
    }
  }

  /** All that was ever said about a security, in the order in which it became known. */
  static List<RecordedAction> all(Handle handle, Isin isin) {
    return handle
        .createQuery(
            "select isin, kind, ex_day, source, known_at_micros, withdrawn, record_day, pay_day,"
                + " amount, currency, new_shares, old_shares, legs from corporate_action"
                + " where isin = :isin order by known_at_micros, ex_day, kind, source_name")
        .bind("isin", isin.value())
        .map((row, context) -> new RecordedAction(action(row), row.getBoolean("withdrawn")))
        .list();
  }

  static void put(Handle handle, RecordedAction recorded, Instant storedAt) {
    CorporateAction action = recorded.action();
    CorporateAction.Announcement announcement = action.announcement();
    Update update =
        handle
            .createUpdate(
                "insert into corporate_action (isin, kind, ex_day, source_name, known_at_micros,"
                    + " stored_at_micros, source, withdrawn, record_day, pay_day, amount, currency,"
                    + " new_shares, old_shares, legs) values (:isin, :kind, :exDay, :name, :known,"
                    + " :stored, :source, :withdrawn, :recordDay, :payDay, :amount, :currency,"
                    + " :newShares, :oldShares, :legs)"
                    + " on conflict (isin, kind, ex_day, source_name, known_at_micros) do update"
                    + " set stored_at_micros = excluded.stored_at_micros, source = excluded.source,"
                    + " withdrawn = excluded.withdrawn, record_day = excluded.record_day,"
                    + " pay_day = excluded.pay_day, amount = excluded.amount,"
                    + " currency = excluded.currency, new_shares = excluded.new_shares,"
                    + " old_shares = excluded.old_shares, legs = excluded.legs")
            .bind("isin", action.isin().value())
            .bind("kind", action.kind().name())
            .bind("exDay", action.exDate().toEpochDay())
            .bind("name", SourceRanking.name(announcement.source()))
            .bind("known", CommonMessages.toMicros(announcement.knownAt()))
            .bind("stored", CommonMessages.toMicros(storedAt))
            .bind("source", announcement.source())
            .bind("withdrawn", recorded.withdrawn());
    bindContent(update, action);
    update.execute();
  }

  private static void bindContent(Update update, CorporateAction action) {
    switch (action) {
      case CorporateAction.CashDividend dividend ->
          content(
              update,
              dividend.recordDate(),
              dividend.payDate(),
              dividend.amountPerShare().toPlainString(),
              dividend.currency().code(),
              null,
              null,
              null);
      case CorporateAction.Split split ->
          content(update, null, null, null, null, split.newShares(), split.oldShares(), null);
      case CorporateAction.SpinOff spinOff ->
          content(update, null, spinOff.payDate(), null, null, null, null, spinOff.legs());
      case CorporateAction.Merger merger ->
          content(update, null, merger.payDate(), null, null, null, null, merger.legs());
    }
  }

  private static void content(
      Update update,
      @Nullable LocalDate recordDate,
      @Nullable LocalDate payDate,
      @Nullable String amount,
      @Nullable String currency,
      @Nullable Integer newShares,
      @Nullable Integer oldShares,
      @Nullable List<ActionLeg> legs) {
    update
        .bind("recordDay", recordDate == null ? null : recordDate.toEpochDay())
        .bind("payDay", payDate == null ? null : payDate.toEpochDay())
        .bind("amount", amount)
        .bind("currency", currency)
        .bind("newShares", newShares)
        .bind("oldShares", oldShares)
        .bind("legs", legs == null ? null : Json.write(legs.stream().map(LegRow::of).toList()));
  }

  private static CorporateAction action(ResultSet row) throws SQLException {
    Isin isin = Isin.of(row.getString("isin"));
    LocalDate exDate = LocalDate.ofEpochDay(row.getLong("ex_day"));
    CorporateAction.Announcement announcement =
        new CorporateAction.Announcement(
            row.getString("source"), CommonMessages.fromMicros(row.getLong("known_at_micros")));
    return switch (ActionKind.valueOf(row.getString("kind"))) {
      case CASH_DIVIDEND ->
          new CorporateAction.CashDividend(
              isin,
              exDate,
              date(row, "record_day"),
              date(row, "pay_day"),
              Decimals.parse(row.getString("amount")),
              Currency.of(row.getString("currency")),
              announcement);
      case SPLIT ->
          new CorporateAction.Split(
              isin, exDate, row.getInt("new_shares"), row.getInt("old_shares"), announcement);
      case SPIN_OFF ->
          new CorporateAction.SpinOff(
              isin, exDate, date(row, "pay_day"), legs(row.getString("legs")), announcement);
      case MERGER ->
          new CorporateAction.Merger(
              isin, exDate, date(row, "pay_day"), legs(row.getString("legs")), announcement);
    };
  }

  private static List<ActionLeg> legs(String json) {
    return Arrays.stream(Json.read(json, LegRow[].class)).map(LegRow::leg).toList();
  }

  private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    long day = row.getLong(column);
    return row.wasNull() ? null : LocalDate.ofEpochDay(day);
  }
}
