package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.PolicyQuery;
import dev.arduinotrader.portfolio.PolicyVersion;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of table policy_version; every version is kept. */
final class PolicyTable {
  private PolicyTable() {}

  static void insert(Handle handle, AccountId account, PolicyVersion version) {
    handle
        .createUpdate(
            "insert into policy_version (account_id, version, author, since_micros, policy_json)"
                + " values (:account, :version, :author, :since, :json)")
        .bind("account", account.value())
        .bind("version", version.version())
        .bind("author", version.author())
        .bind("since", CommonMessages.toMicros(version.since()))
        .bind("json", Json.write(version.policy()))
        .execute();
  }

  /** The newest; every account has one. */
  static PolicyVersion newest(Handle handle, AccountId account) {
    return before(handle, account, new PolicyQuery(0, 1)).getFirst();
  }

  /** Versions with a smaller number, the newest first. */
  static List<PolicyVersion> before(Handle handle, AccountId account, PolicyQuery query) {
    return handle
        .createQuery(
            "select version, author, since_micros, policy_json from policy_version"
                + " where account_id = :account and version < :before"
                + " order by version desc limit :limit")
        .bind("account", account.value())
        .bind("before", query.beforeVersion() == 0 ? Long.MAX_VALUE : query.beforeVersion())
        .bind("limit", query.limit())
        .map(
            (row, context) ->
                new PolicyVersion(
                    row.getLong(1),
                    row.getString(2),
                    CommonMessages.fromMicros(row.getLong(3)),
                    Json.read(row.getString(4), InvestmentPolicy.class)))
        .list();
  }
}
