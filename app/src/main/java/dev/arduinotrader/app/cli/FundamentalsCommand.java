package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Absent;
import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.Fundamentals;
import dev.arduinotrader.universe.FundamentalsQuery;
import dev.arduinotrader.universe.FundamentalsReport;
import dev.arduinotrader.universe.ImportFundamentals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dated facts from balance sheets and analysts. */
@Command(name = "fundamentals", description = "Dated facts from balance sheets and analysts.")
final class FundamentalsCommand {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int UNKNOWN_SHOWN = 10;

  private final Invocation invocation;

  FundamentalsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Command(
      name = "import",
      description = {
        "Import a CSV file with one row a security, whole or not at all. Blanks stay absent.",
        "Example: trader universe fundamentals import FILE --map Yield=dividendYield%% --dry-run"
      })
  int importFile(
      @Parameters(paramLabel = "FILE", description = "A CSV file with a header.") Path file,
      @Option(
              names = "--map",
              paramLabel = "COLUMN=MEANING",
              description =
                  "symbol, isin, asOf, a field such as trailingPe, a field with %% for percents, or"
                      + " - for nothing. Well-known columns need no mapping.")
          @Nullable Map<String, String> columns,
      @Option(
              names = "--date",
              paramLabel = "DATE",
              description = "The date of rows that tell none. Default: today.")
          @Nullable LocalDate date,
      @Option(names = "--dry-run", description = "Show the outcome, store nothing.")
          boolean dryRun) {
    Map<String, String> given = columns == null ? Map.of() : columns;
    return invocation.change(
        session ->
            session
                .services()
                .universe()
                .importFundamentals(
                    session.context(TIMEOUT),
                    new ImportFundamentals(
                        session.nextCommandId(),
                        file.toAbsolutePath().normalize().toString(),
                        new TreeMap<>(given),
                        date,
                        dryRun)),
        report -> print(report, dryRun));
  }

  private void print(FundamentalsReport report, boolean dryRun) {
    Table table = new Table("COLUMN", "MEANING", "VALUES");
    for (FundamentalsReport.Column column : report.columns()) {
      table.row(column.name(), column.meaning(), Integer.toString(column.values()));
    }
    invocation.console().print(table.render());
    List<String> unknown = report.unknown();
    if (!unknown.isEmpty()) {
      invocation
          .console()
          .say(
              "%d rows are of no security of the universe: %s%s"
                  .formatted(
                      unknown.size(),
                      String.join(
                          ", ", unknown.subList(0, Math.min(unknown.size(), UNKNOWN_SHOWN))),
                      unknown.size() > UNKNOWN_SHOWN ? ", ..." : ""));
    }
    invocation
        .console()
        .say(
            "%s: %d rows, %d values of %d securities, %d new%s"
                .formatted(
                    report.file(),
                    report.rows(),
                    report.values(),
                    report.securities(),
                    report.stored(),
                    dryRun ? ". Dry run: nothing was stored." : ""));
  }

  @Command(name = "show", description = "The latest facts known about securities.")
  int show(
      @Parameters(paramLabel = "ID", arity = "0..*", description = "ISINs, symbols or aliases.")
          @Nullable List<String> identifiers) {
    List<String> wanted = identifiers == null ? List.of() : identifiers;
    return invocation.show(session -> facts(session, wanted), this::print);
  }

  private static Result<Fundamentals> facts(Session session, List<String> identifiers) {
    Result<FundamentalsQuery> query = Result.success(new FundamentalsQuery(List.of(), List.of()));
    for (String identifier : identifiers) {
      query =
          query.then(
              before ->
                  SecurityFinder.find(session, identifier)
                      .map(
                          details -> {
                            var isins = new java.util.ArrayList<>(before.isins());
                            isins.add(details.security().isin());
                            return new FundamentalsQuery(isins, List.of());
                          }));
    }
    return query.then(
        asked -> session.services().universe().getFundamentals(session.context(TIMEOUT), asked));
  }

  private void print(Fundamentals fundamentals) {
    Table table = new Table("ISIN", "FACT", "VALUE", "UNIT", "AS OF", "KNOWN SINCE", "SOURCE");
    for (Fundamental fact : fundamentals.facts()) {
      table.row(
          fact.isin().value(),
          fact.field().key(),
          fact.value().toPlainString(),
          fact.unit(),
          fact.asOf().toString(),
          fact.knownAt().truncatedTo(ChronoUnit.SECONDS).toString(),
          fact.source());
    }
    if (!table.isEmpty()) {
      invocation.console().print(table.render());
    }
    for (Absent absent : fundamentals.absent()) {
      invocation.console().say(absent.key() + ": " + absent.reason());
    }
  }
}
