package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.universe.Removal;
import dev.arduinotrader.universe.SecurityAlias;
import dev.arduinotrader.universe.SecurityField;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.model.facts.Stated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads and writes what was stated about securities. */
final class SheetTable {
  private static final String SOURCE = "SOURCE";
  private static final String HAND = "HAND";

  private SheetTable() {}

  /** The sheets of all securities in the order of their ISIN, the removed ones included. */
  static List<SecuritySheet> all(Handle handle) {
    return read(handle, null);
  }

  static Optional<SecuritySheet> find(Handle handle, Isin isin) {
    return read(handle, isin).stream().findFirst();
  }

  /** One security under construction. */
  private record Parts(
      SortedMap<SecurityField, Stated> offered,
      SortedMap<SecurityField, Stated> corrected,
      SortedMap<String, SecurityAlias> aliases) {
    static Parts empty() {
      return new Parts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }
  }

  private static List<SecuritySheet> read(Handle handle, @Nullable Isin only) {
    SortedMap<Isin, Parts> parts = new TreeMap<>();
    query(handle, "select isin, field, layer, value, stated_by, at_micros from security_fact", only)
        .map(
            (row, context) -> {
              Parts one = parts.computeIfAbsent(Isin.of(row.getString(1)), i -> Parts.empty());
              long micros = row.getLong(6);
              Instant at = row.wasNull() ? null : CommonMessages.fromMicros(micros);
              return (row.getString(3).equals(HAND) ? one.corrected() : one.offered())
                  .put(
                      SecurityField.of(row.getString(2)),
                      new Stated(row.getString(4), row.getString(5), at));
            })
        .list();
    query(handle, "select isin, alias, stated_by, at_micros from security_alias", only)
        .map(
            (row, context) ->
                parts
                    .computeIfAbsent(Isin.of(row.getString(1)), i -> Parts.empty())
                    .aliases()
                    .put(
                        row.getString(2),
                        new SecurityAlias(
                            row.getString(2),
                            row.getString(3),
                            CommonMessages.fromMicros(row.getLong(4)))))
        .list();
    Map<Isin, Removal> removals = removals(handle, only);
    List<SecuritySheet> sheets = new ArrayList<>();
    parts.forEach(
        (isin, one) ->
            sheets.add(
                new SecuritySheet(
                    isin, one.offered(), one.corrected(), one.aliases(), removals.get(isin))));
    return sheets;
  }

  private static Map<Isin, Removal> removals(Handle handle, @Nullable Isin only) {
    Map<Isin, Removal> removals = new TreeMap<>();
    query(handle, "select isin, at_micros, actor, reason from security_removal", only)
        .map(
            (row, context) ->
                removals.put(
                    Isin.of(row.getString(1)),
                    new Removal(
                        CommonMessages.fromMicros(row.getLong(2)),
                        row.getString(3),
                        row.getString(4))))
        .list();
    return removals;
  }

  private static Query query(Handle handle, String select, @Nullable Isin only) {
    return only == null
        ? handle.createQuery(select)
        : handle.createQuery(select + " where isin = :isin").bind("isin", only.value());
  }

  /** Replaces everything stated about a security. */
  static void put(Handle handle, SecuritySheet sheet) {
    delete(handle, sheet.isin());
    sheet.offered().forEach((field, stated) -> putFact(handle, sheet, field, SOURCE, stated));
    sheet.corrected().forEach((field, stated) -> putFact(handle, sheet, field, HAND, stated));
    for (SecurityAlias alias : sheet.aliases().values()) {
      handle
          .createUpdate(
              "insert into security_alias (alias, isin, stated_by, at_micros)"
                  + " values (:alias, :isin, :by, :at)")
          .bind("alias", alias.text())
          .bind("isin", sheet.isin().value())
          .bind("by", alias.statedBy())
          .bind("at", CommonMessages.toMicros(alias.statedAt()))
          .execute();
    }
    Removal removal = sheet.removal();
    if (removal != null) {
      handle
          .createUpdate(
              "insert into security_removal (isin, at_micros, actor, reason)"
                  + " values (:isin, :at, :actor, :reason)")
          .bind("isin", sheet.isin().value())
          .bind("at", CommonMessages.toMicros(removal.at()))
          .bind("actor", removal.actor())
          .bind("reason", removal.reason())
          .execute();
    }
  }

  private static void putFact(
      Handle handle, SecuritySheet sheet, SecurityField field, String layer, Stated stated) {
    Instant at = stated.at();
    handle
        .createUpdate(
            "insert into security_fact (isin, field, layer, value, stated_by, at_micros)"
                + " values (:isin, :field, :layer, :value, :by, :at)")
        .bind("isin", sheet.isin().value())
        .bind("field", field.name())
        .bind("layer", layer)
        .bind("value", stated.value())
        .bind("by", stated.by())
        .bind("at", at == null ? null : CommonMessages.toMicros(at))
        .execute();
  }

  /** Forgets everything stated about a security. */
  static void delete(Handle handle, Isin isin) {
    for (String table : List.of("security_fact", "security_alias", "security_removal")) {
      handle
          .createUpdate("delete from " + table + " where isin = :isin")
          .bind("isin", isin.value())
          .execute();
    }
  }

  /** The securities that any statement gives this symbol at a data source or broker. */
  static List<Isin> withValue(Handle handle, SecurityField field, String value) {
    return handle
        .createQuery(
            "select distinct isin from security_fact where field = :field and value = :value"
                + " order by isin")
        .bind("field", field.name())
        .bind("value", value)
        .map((row, context) -> Isin.of(row.getString(1)))
        .list();
  }

  /** The security that an alias stands for. */
  static Optional<Isin> ofAlias(Handle handle, String alias) {
    return handle
        .createQuery("select isin from security_alias where alias = :alias")
        .bind("alias", alias)
        .map((row, context) -> Isin.of(row.getString(1)))
        .findOne();
  }
}
