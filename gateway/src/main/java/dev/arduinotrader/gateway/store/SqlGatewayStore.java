package dev.arduinotrader.gateway.store;

import dev.arduinotrader.gateway.ArchivedPlan;
import dev.arduinotrader.gateway.CycleReport;
import dev.arduinotrader.gateway.Job;
import dev.arduinotrader.gateway.SystemStatus;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.planning.Plan;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The gateway's store in one database. */
public final class SqlGatewayStore implements GatewayStore {
  /** The tables it needs. */
  public static final Schema SCHEMA = new Schema("gateway", 1);

  private static final int PLANS_KEPT = 2_000;
  private static final int EVENTS_KEPT = 20_000;
  private static final int REPORTS_KEPT = 500;

  private final Database database;
  private final EventLog events;

  public SqlGatewayStore(Database database, EventLog events) {
    this.database = database;
    this.events = events;
  }

  @Override
  public Optional<StoredCycle> findCycle(AccountId account, CommandId command) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select cycle_id, dry_run, report_json from cycle"
                        + " where account_id = :account and command_id = :command")
                .bind("account", account.value())
                .bind("command", command.value())
                .map(
                    (row, context) ->
                        new StoredCycle(
                            row.getString(1),
                            row.getBoolean(2),
                            Optional.ofNullable(row.getString(3))
                                .map(json -> Json.read(json, CycleReport.class))))
                .findOne());
  }

  @Override
  public void startCycle(
      String cycleId, AccountId account, CommandId command, boolean dryRun, Instant startedAt) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    "insert into cycle (cycle_id, account_id, command_id, dry_run,"
                        + " started_at_micros) values (:cycle, :account, :command, :dry, :at)")
                .bind("cycle", cycleId)
                .bind("account", account.value())
                .bind("command", command.value())
                .bind("dry", dryRun ? 1 : 0)
                .bind("at", CommonMessages.toMicros(startedAt))
                .execute());
  }

  @Override
  public void finishCycle(AccountId account, CycleReport report) {
    database.writing(
        handle -> {
          handle
              .createUpdate(
                  "update cycle set finished_at_micros = :at, outcome = :outcome,"
                      + " message = :message, report_json = :report where cycle_id = :cycle")
              .bind("at", CommonMessages.toMicros(report.finishedAt()))
              .bind("outcome", report.outcome().name())
              .bind("message", report.message())
              .bind("report", Json.write(report))
              .bind("cycle", report.cycleId())
              .execute();
          handle
              .createUpdate(
                  "update cycle set report_json = null where account_id = :account"
                      + " and report_json is not null and cycle_id not in (select cycle_id from"
                      + " cycle where account_id = :account and report_json is not null"
                      + " order by finished_at_micros desc, cycle_id desc limit :kept)")
              .bind("account", account.value())
              .bind("kept", REPORTS_KEPT)
              .execute();
          events.append(
              handle,
              account,
              report.finishedAt(),
              "CYCLE_FINISHED",
              report.message(),
              Map.of("cycleId", report.cycleId(), "outcome", report.outcome()));
        });
  }

  @Override
  public Optional<SystemStatus.LastCycle> lastCycle(AccountId account) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select cycle_id, finished_at_micros, outcome, message from cycle where"
                        + " account_id = :account and finished_at_micros is not null order by"
                        + " finished_at_micros desc, started_at_micros desc, cycle_id desc limit 1")
                .bind("account", account.value())
                .map(
                    (row, context) ->
                        new SystemStatus.LastCycle(
                            row.getString(1),
                            CommonMessages.fromMicros(row.getLong(2)),
                            row.getString(3),
                            row.getString(4)))
                .findOne());
  }

  @Override
  public long archivePlan(
      AccountId account, String cycleId, Instant at, String decision, Plan plan) {
    return database.write(
        handle -> {
          long number =
              handle
                  .createQuery(
                      "insert into plan_archive (account_id, number, cycle_id, archived_at_micros,"
                          + " plan_hash, decision, plan_json) values (:account, (select"
                          + " coalesce(max(number), 0) + 1 from plan_archive where account_id ="
                          + " :account), :cycle, :at, :hash, :decision, :plan) returning number")
                  .bind("account", account.value())
                  .bind("cycle", cycleId)
                  .bind("at", CommonMessages.toMicros(at))
                  .bind("hash", plan.planHash())
                  .bind("decision", decision)
                  .bind("plan", Json.write(plan))
                  .mapTo(Long.class)
                  .one();
          handle
              .createUpdate(
                  "delete from plan_archive where account_id = :account and number <= :old")
              .bind("account", account.value())
              .bind("old", number - PLANS_KEPT)
              .execute();
          return number;
        });
  }

  @Override
  public void decidePlan(AccountId account, long number, String decision) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    "update plan_archive set decision = :decision"
                        + " where account_id = :account and number = :number")
                .bind("decision", decision)
                .bind("account", account.value())
                .bind("number", number)
                .execute());
  }

  @Override
  public int countPlans(AccountId account, String planHash) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select count(*) from plan_archive"
                        + " where account_id = :account and plan_hash = :hash")
                .bind("account", account.value())
                .bind("hash", planHash)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public List<ArchivedPlan> plans(AccountId account, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select number, cycle_id, archived_at_micros, decision, plan_json"
                        + " from plan_archive where account_id = :account"
                        + " order by number desc limit :limit")
                .bind("account", account.value())
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new ArchivedPlan(
                            row.getLong(1),
                            row.getString(2),
                            CommonMessages.fromMicros(row.getLong(3)),
                            row.getString(4),
                            Json.read(row.getString(5), Plan.class)))
                .list());
  }

  @Override
  public boolean addJob(CommandId command, Job job) {
    return database.write(handle -> JobRows.add(handle, command, job));
  }

  @Override
  public void updateJob(Job job) {
    database.writing(handle -> JobRows.update(handle, job));
  }

  @Override
  public Optional<Job> job(String jobId) {
    return database.read(handle -> JobRows.find(handle, "job_id", jobId));
  }

  @Override
  public Optional<Job> jobOf(CommandId command) {
    return database.read(handle -> JobRows.find(handle, "command_id", command.value()));
  }

  @Override
  public List<Job> jobs(int limit) {
    return database.read(handle -> JobRows.list(handle, limit));
  }

  @Override
  public void failRunningJobs(Instant now, String message) {
    database.writing(handle -> JobRows.failRunning(handle, now, message));
  }

  @Override
  public Optional<Instant> nextCycleAt(AccountId account) {
    return database.read(
        handle ->
            handle
                .createQuery("select next_cycle_at_micros from autopilot where account_id = ?")
                .bind(0, account.value())
                .mapTo(Long.class)
                .findOne()
                .map(CommonMessages::fromMicros));
  }

  @Override
  public void setNextCycleAt(AccountId account, Instant at) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    "insert into autopilot (account_id, next_cycle_at_micros) values (:account,"
                        + " :at) on conflict (account_id) do update set next_cycle_at_micros = :at")
                .bind("account", account.value())
                .bind("at", CommonMessages.toMicros(at))
                .execute());
  }

  @Override
  public long lastEvent(String service) {
    return database.read(
        handle ->
            handle
                .createQuery("select coalesce(max(sequence), 0) from fleet_event where service = ?")
                .bind(0, service)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public boolean addEvent(String service, ServiceEvent event) {
    return database.write(
        handle -> {
          int added =
              handle
                  .createUpdate(
                      "insert into fleet_event (service, sequence, account_id, at_micros, kind,"
                          + " summary) values (:service, :sequence, :account, :at, :kind, :summary)"
                          + " on conflict do nothing")
                  .bind("service", service)
                  .bind("sequence", event.sequence())
                  .bind("account", event.account().value())
                  .bind("at", CommonMessages.toMicros(event.at()))
                  .bind("kind", event.kind())
                  .bind("summary", event.summary())
                  .execute();
          handle
              .createUpdate("delete from fleet_event where service = ? and sequence <= ?")
              .bind(0, service)
              .bind(1, event.sequence() - EVENTS_KEPT)
              .execute();
          return added > 0;
        });
  }
}
