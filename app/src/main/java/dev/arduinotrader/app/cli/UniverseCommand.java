package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.ImportReport;
import dev.arduinotrader.universe.ImportRequest;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityPage;
import dev.arduinotrader.universe.UniverseQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Securities and their prices. */
@Command(name = "universe", description = "Securities, prices and exchange rates.")
final class UniverseCommand {
  private static final Duration IMPORT_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration LIST_TIMEOUT = Duration.ofSeconds(30);

  private final Invocation invocation;

  UniverseCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** The command with those of its commands that have a class of their own. */
  static CommandLine with(Invocation invocation) {
    return new CommandLine(new UniverseCommand(invocation))
        .addSubcommand("sync", new UniverseSyncCommand(invocation))
        .addSubcommand("sources", new UniverseSourcesCommand(invocation))
        .addSubcommand("actions", new UniverseActionsCommand(invocation))
        .addSubcommand("validate", new UniverseValidateCommand(invocation));
  }

  @Command(
      name = "import",
      description = {
        "Import price files: wide CSV (also gz) with securities.csv beside it,"
            + " OHLCV CSV, or the ECB's zipped rates; a folder takes all of its files.",
        "A file with a fault is refused whole."
      })
  int importPrices(@Parameters(paramLabel = "PATH", description = "A file or folder.") Path path) {
    return invocation.change(
        session ->
            session
                .services()
                .universe()
                .importPrices(
                    session.context(IMPORT_TIMEOUT),
                    new ImportRequest(
                        session.nextCommandId(), path.toAbsolutePath().normalize().toString()),
                    progress ->
                        invocation
                            .console()
                            .progress(
                                100
                                    * progress.securitiesDone()
                                    / Math.max(1, progress.securitiesTotal()),
                                progress.file())),
        this::printImport);
  }

  @Command(name = "list", description = "All securities.")
  int list() {
    return invocation.show(this::all, this::printSecurities);
  }

  private Result<List<Security>> all(Session session) {
    List<Security> securities = new ArrayList<>();
    UniverseQuery query = UniverseQuery.first();
    while (true) {
      switch (session.services().universe().getUniverse(session.context(LIST_TIMEOUT), query)) {
        case Result.Failure<SecurityPage>(Problem problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<SecurityPage>(SecurityPage page) -> {
          securities.addAll(page.securities());
          if (page.nextAfterIsin() == null) {
            return Result.success(securities);
          }
          query = new UniverseQuery(page.nextAfterIsin(), UniverseQuery.LIMIT_MAX);
        }
      }
    }
  }

  private void printImport(ImportReport report) {
    Table table = new Table("FILE", "FORMAT", "BASIS", "SERIES", "VALUES", "FROM", "TO");
    for (ImportReport.ImportedFile file : report.files()) {
      table.row(
          file.file(),
          file.format(),
          file.basis().name(),
          Integer.toString(file.series()),
          Long.toString(file.values()),
          file.firstDate(),
          file.lastDate());
    }
    invocation.console().print(table.render());
    report
        .skipped()
        .forEach(
            skipped ->
                invocation.console().say("skipped " + skipped.file() + ": " + skipped.reason()));
  }

  private void printSecurities(List<Security> securities) {
    if (securities.isEmpty()) {
      invocation.console().say("No securities yet. Next: trader universe import PATH");
      return;
    }
    Table table =
        new Table("ISIN", "SYMBOL", "NAME", "COUNTRY", "INDUSTRY", "VENUE", "UNIT", "LOT");
    for (Security security : securities) {
      table.row(
          security.isin().value(),
          security.symbol(),
          security.name(),
          security.country() == null ? "-" : security.country(),
          security.industry() == null ? "-" : security.industry(),
          security.exchange(),
          security.quoteUnit().code(),
          security.lot().toString());
    }
    invocation.console().print(table.render());
  }
}
