package dev.arduinotrader.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param percent 0 to 100
 * @param message what it does now, or how it ended
 * @param finishedAt null while it runs
 */
public record Job(
    String jobId,
    String job,
    State state,
    int percent,
    String message,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /** How a job stands. */
  public enum State {
    RUNNING,
    SUCCEEDED,
    FAILED
  }
}
