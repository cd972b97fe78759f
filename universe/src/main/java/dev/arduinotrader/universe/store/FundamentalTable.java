package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.FundamentalField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads and writes dated facts. */
final class FundamentalTable {
  private static final String SELECT =
      "select isin, field, value, unit, as_of_day, known_at_micros, source from fundamental"
          + " where isin = :isin";

  private FundamentalTable() {}

  /** All facts about a security known at an instant, the later date last, then the later told. */
  static List<Fundamental> known(Handle handle, Isin isin, Instant now) {
    return handle
        .createQuery(
            SELECT
                + " and known_at_micros <= :now order by field, as_of_day, known_at_micros, source")
        .bind("isin", isin.value())
        .bind("now", CommonMessages.toMicros(now))
        .map((row, context) -> fact(row))
        .list();
  }

  /** Keeps a fact unless its source said just the same last; true when it was new. */
  static boolean put(Handle handle, Fundamental fact) {
    if (last(handle, fact).filter(told -> isSame(told, fact)).isPresent()) {
      return false;
    }
    handle
        .createUpdate(
            "insert into fundamental"
                + " (isin, field, as_of_day, source, known_at_micros, value, unit)"
                + " values (:isin, :field, :day, :source, :known, :value, :unit)"
                + " on conflict (isin, field, as_of_day, source, known_at_micros)"
                + " do update set value = excluded.value, unit = excluded.unit")
        .bind("isin", fact.isin().value())
        .bind("field", fact.field().name())
        .bind("day", fact.asOf().toEpochDay())
        .bind("source", fact.source())
        .bind("known", CommonMessages.toMicros(fact.knownAt()))
        .bind("value", fact.value().toPlainString())
        .bind("unit", fact.unit())
        .execute();
    return true;
  }

  private static Optional<Fundamental> last(Handle handle, Fundamental fact) {
    return handle
        .createQuery(
            SELECT
                + " and field = :field and as_of_day = :day and source = :source"
                + " order by known_at_micros desc limit 1")
        .bind("isin", fact.isin().value())
        .bind("field", fact.field().name())
        .bind("day", fact.asOf().toEpochDay())
        .bind("source", fact.source())
        .map((row, context) -> fact(row))
        .findOne();
  }

  private static boolean isSame(Fundamental told, Fundamental fact) {
    return told.value().compareTo(fact.value()) == 0 && told.unit().equals(fact.unit());
  }

  private static Fundamental fact(ResultSet row) throws SQLException {
    return new Fundamental(
        Isin.of(row.getString(1)),
        FundamentalField.valueOf(row.getString(2)),
        Decimals.parse(row.getString(3)),
        row.getString(4),
        LocalDate.ofEpochDay(row.getLong(5)),
        CommonMessages.fromMicros(row.getLong(6)),
        row.getString(7));
  }
}
