package dev.arduinotrader.gateway.store;

import dev.arduinotrader.gateway.ArchivedPlan;
import dev.arduinotrader.gateway.CycleReport;
import dev.arduinotrader.gateway.Job;
import dev.arduinotrader.gateway.SystemStatus;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.planning.Plan;
import dev.arduinotrader.platform.call.ServiceEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the gateway keeps. */
public interface GatewayStore {
  /** A cycle as it was stored; the report is there once it has finished. */
  record StoredCycle(String cycleId, boolean dryRun, Optional<CycleReport> report) {}

  /** The cycle that this command started, if it did. */
  Optional<StoredCycle> findCycle(AccountId account, CommandId command);

  void startCycle(
      String cycleId, AccountId account, CommandId command, boolean dryRun, Instant startedAt);

  void finishCycle(AccountId account, CycleReport report);

  /** The last finished cycle of the account. */
  Optional<SystemStatus.LastCycle> lastCycle(AccountId account);

  /** Keeps a plan; gives its number. */
  long archivePlan(AccountId account, String cycleId, Instant at, String decision, Plan plan);

  void decidePlan(AccountId account, long number, String decision);

  /** How many plans of this hash are in the archive. */
  int countPlans(AccountId account, String planHash);

  /** Plans, newest first. */
  List<ArchivedPlan> plans(AccountId account, int limit);

  /** Stores a job; false when the command id has started one before. */
  boolean addJob(CommandId command, Job job);

  void updateJob(Job job);

  Optional<Job> job(String jobId);

  Optional<Job> jobOf(CommandId command);

  /** Jobs, newest first. */
  List<Job> jobs(int limit);

  /** Ends jobs that a stop has cut off. */
  void failRunningJobs(Instant now, String message);

  Optional<Instant> nextCycleAt(AccountId account);

  void setNextCycleAt(AccountId account, Instant at);

  /** The number of the newest event seen of a service, 0 for none. */
  long lastEvent(String service);

  /** Keeps an event; false when it was known. */
  boolean addEvent(String service, ServiceEvent event);
}
