package dev.arduinotrader.app.cli;

import dev.arduinotrader.universe.DescriptionsReport;
import dev.arduinotrader.universe.ImportReport;
import dev.arduinotrader.universe.ImportRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Securities and their prices. */
@Command(name = "universe", description = "Securities, prices and exchange rates.")
final class UniverseCommand {
  private static final int SKIPPED_NAMED_MAX = 4;
  private static final Duration IMPORT_TIMEOUT = Duration.ofMinutes(10);

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
        .addSubcommand("list", new UniverseListCommand(invocation))
        .addSubcommand("show", new UniverseShowCommand(invocation))
        .addSubcommand("search", new UniverseSearchCommand(invocation))
        .addSubcommand("add", new UniverseAddCommand(invocation))
        .addSubcommand("edit", new UniverseEditCommand(invocation))
        .addSubcommand("remove", new UniverseRemoveCommand(invocation))
        .addSubcommand("groups", new UniverseGroupsCommand(invocation))
        .addSubcommand("fundamentals", new FundamentalsCommand(invocation))
        .addSubcommand("export", new UniverseExportCommand(invocation))
        .addSubcommand("validate", new UniverseValidateCommand(invocation))
        .addSubcommand("findings", new UniverseFindingsCommand(invocation));
  }

  @Command(
      name = "import",
      description = {
        "Import price files: wide CSV (also gz) with securities.csv beside it,"
            + " OHLCV CSV, or the ECB's zipped rates; a folder takes all of its files"
            + " and those of the folders in it, dated facts about companies included.",
        "A file that is no price file is refused whole; prices that are wrong are repaired,"
            + " rejected or flagged: see universe findings."
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

  private void printImport(ImportReport report) {
    Table table =
        new Table(
            "FILE",
            "FORMAT",
            "BASIS",
            "SERIES",
            "VALUES",
            "FROM",
            "TO",
            "REJECTED",
            "REPAIRED",
            "FLAGGED");
    for (ImportReport.ImportedFile file : report.files()) {
      table.row(
          file.file(),
          file.format(),
          file.basis().name(),
          Integer.toString(file.series()),
          Long.toString(file.values()),
          file.firstDate(),
          file.lastDate(),
          Integer.toString(file.rejected()),
          Integer.toString(file.repaired()),
          Integer.toString(file.flagged()));
    }
    if (!table.isEmpty()) {
      invocation.console().print(table.render());
    }
    report
        .fundamentals()
        .forEach(
            facts ->
                invocation
                    .console()
                    .print(
                        "%s: %d values of %d securities, %d of them new (dated facts)"
                            .formatted(
                                facts.file(), facts.values(), facts.securities(), facts.stored())));
    report
        .descriptions()
        .forEach(
            file ->
                invocation
                    .console()
                    .print(
                        "%s: facts of %d securities, %d of them new%s"
                            .formatted(
                                file.file(), file.securities(), file.stored(), strangers(file))));
    sayLeftOut(report.skipped());
    long findings =
        report.files().stream().mapToLong(f -> f.rejected() + f.repaired() + f.flagged()).sum();
    if (findings > 0) {
      invocation.console().say(findings + " findings. Next: trader universe findings");
    }
  }

  private static String strangers(DescriptionsReport file) {
    return file.unknown().isEmpty()
        ? ""
        : "; %d of its %d rows are of no security here"
            .formatted(file.unknown().size(), file.rows());
  }

  /** Files left out for the same reason are named together. */
  private void sayLeftOut(List<ImportReport.SkippedFile> skipped) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    skipped.forEach(
        file ->
            byReason.computeIfAbsent(file.reason(), reason -> new ArrayList<>()).add(file.file()));
    byReason.forEach(
        (reason, files) -> {
          String named =
              String.join(", ", files.subList(0, Math.min(files.size(), SKIPPED_NAMED_MAX)));
          int more = files.size() - SKIPPED_NAMED_MAX;
          invocation
              .console()
              .say("skipped " + named + (more > 0 ? " and " + more + " more" : "") + ": " + reason);
        });
  }
}
