package dev.arduinotrader.gateway.store;

import dev.arduinotrader.gateway.Job;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.platform.grpc.CommonMessages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Jobs as rows. */
final class JobRows {
  private static final String COLUMNS =
      "job_id, job, state, percent, message, started_at_micros, finished_at_micros";

  private JobRows() {}

  static boolean add(Handle handle, CommandId command, Job job) {
    return handle
            .createUpdate(
                "insert into job (job_id, command_id, job, state, percent, message,"
                    + " started_at_micros) values (:id, :command, :job, :state, :percent, :message,"
                    + " :started) on conflict do nothing")
            .bind("id", job.jobId())
            .bind("command", command.value())
            .bind("job", job.job())
            .bind("state", job.state().name())
            .bind("percent", job.percent())
            .bind("message", job.message())
            .bind("started", CommonMessages.toMicros(job.startedAt()))
            .execute()
        > 0;
  }

  static void update(Handle handle, Job job) {
    handle
        .createUpdate(
            "update job set state = :state, percent = :percent, message = :message,"
                + " finished_at_micros = :finished where job_id = :id")
        .bind("id", job.jobId())
        .bind("state", job.state().name())
        .bind("percent", job.percent())
        .bind("message", job.message())
        .bind("finished", micros(job.finishedAt()))
        .execute();
  }

  /** The column is one of the two unique ones, named by this package. */
  static Optional<Job> find(Handle handle, String column, String value) {
    return handle
        .createQuery("select " + COLUMNS + " from job where " + column + " = :value")
        .bind("value", value)
        .map((row, context) -> read(row))
        .findOne();
  }

  static List<Job> list(Handle handle, int limit) {
    return handle
        .createQuery(
            "select " + COLUMNS + " from job order by started_at_micros desc, job_id desc limit ?")
        .bind(0, limit)
        .map((row, context) -> read(row))
        .list();
  }

  static void failRunning(Handle handle, Instant now, String message) {
    handle
        .createUpdate(
            "update job set state = 'FAILED', message = :message, finished_at_micros = :now"
                + " where state = 'RUNNING'")
        .bind("message", message)
        .bind("now", CommonMessages.toMicros(now))
        .execute();
  }

  private static Job read(ResultSet row) throws SQLException {
    long finished = row.getLong(7);
    boolean running = row.wasNull();
    return new Job(
        row.getString(1),
        row.getString(2),
        Job.State.valueOf(row.getString(3)),
        row.getInt(4),
        row.getString(5),
        CommonMessages.fromMicros(row.getLong(6)),
        running ? null : CommonMessages.fromMicros(finished));
  }

  private static @Nullable Long micros(@Nullable Instant instant) {
    return instant == null ? null : CommonMessages.toMicros(instant);
  }
}
