package dev.arduinotrader.app.cli;

import dev.arduinotrader.portfolio.Performance;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the account was worth. */
@Command(
    name = "history",
    description = "What the account was worth, as a line and by day, week or month.")
final class PortfolioHistoryCommand implements Callable<Integer> {
  private static final int LINE_WIDTH = 60;
  private static final int BAR_WIDTH = 30;

  private final Invocation invocation;

  @Mixin private FileOptions files = new FileOptions();
  @Mixin private PeriodOptions period = new PeriodOptions();

  @Option(
      names = "--every",
      paramLabel = "STEP",
      defaultValue = "MONTH",
      description = "Rows of the table: day, week or month. Default: month.")
  private Step step = Step.MONTH;

  /** How far apart rows are. */
  enum Step {
    DAY,
    WEEK,
    MONTH;

    boolean ends(LocalDate date) {
      return switch (this) {
        case DAY -> true;
        case WEEK -> date.getDayOfWeek().getValue() == 7;
        case MONTH -> date.plusDays(1).getDayOfMonth() == 1;
      };
    }
  }

  PortfolioHistoryCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return files.show(
        invocation,
        session ->
            session
                .services()
                .portfolio()
                .getPerformance(session.context(PeriodOptions.TIMEOUT), period.query(session)),
        this::print,
        Performance::days);
  }

  private void print(Performance performance) {
    if (performance.days().isEmpty()) {
      invocation.console().say("No entry yet. Next: trader portfolio deposit 30000 EUR");
      return;
    }
    double[] values =
        performance.days().stream()
            .map(Performance.Day::value)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    invocation
        .console()
        .print(
            "%s to %s, %d days, values in %s%n%s%n%n%s"
                .formatted(
                    performance.from(),
                    performance.to(),
                    ChronoUnit.DAYS.between(performance.from(), performance.to()),
                    performance.base(),
                    values.length == 0
                        ? "no day's value is known"
                        : Sparkline.of(values, LINE_WIDTH, invocation.isPlain()),
                    table(performance).render()));
    performance.notes().forEach(note -> invocation.console().say("Note: " + note));
  }

  private Table table(Performance performance) {
    List<Performance.Day> rows = rows(performance);
    double highest =
        rows.stream()
            .map(Performance.Day::value)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    Table table = new Table("DAY", "VALUE", "FLOWS SINCE", "");
    for (Performance.Day row : rows) {
      Double value = row.value();
      table.row(
          row.date().toString(),
          value == null ? Numbers.UNKNOWN : amount(value),
          amount(row.flow()),
          value == null ? "" : Bars.of(value, highest, BAR_WIDTH, invocation.isPlain()));
    }
    return table;
  }

  /** The last day of each step, with the flows of all its days. */
  private List<Performance.Day> rows(Performance performance) {
    List<Performance.Day> rows = new ArrayList<>();
    double flows = 0;
    for (Performance.Day day : performance.days()) {
      flows += day.flow();
      if (step.ends(day.date()) || day.date().equals(performance.to())) {
        rows.add(new Performance.Day(day.date(), day.value(), flows, day.benchmark()));
        flows = 0;
      }
    }
    return rows;
  }

  private static String amount(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }
}
