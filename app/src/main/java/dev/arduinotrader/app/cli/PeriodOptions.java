package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.portfolio.PerformanceQuery;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which days a command is about. */
final class PeriodOptions {
  static final Duration TIMEOUT = Duration.ofMinutes(2);

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The day at whose end the period begins. Default: the account's beginning.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The last day. Default: the last one that is over.")
  private @Nullable LocalDate to;

  /** The period without a benchmark. */
  PerformanceQuery query(Session session) {
    LocalDate last =
        to == null
            ? session
                .context(TIMEOUT)
                .decisionTime()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(1)
            : to;
    LocalDate first = from == null ? last.minusDays(PerformanceQuery.DAYS_MAX) : from;
    return PerformanceQuery.of(first.getYear() < 1970 ? LocalDate.EPOCH : first, last);
  }
}
