package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.universe.calendars.ExchangeCalendars;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.files.PriceFolder;
import dev.arduinotrader.universe.model.file.DescriptionsFile;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import dev.arduinotrader.universe.model.file.ForeignFiles;
import dev.arduinotrader.universe.model.file.ImportPlan;
import dev.arduinotrader.universe.model.file.PriceFiles;
import dev.arduinotrader.universe.model.file.SecuritiesFile;
import dev.arduinotrader.universe.model.fundamentals.FundamentalsFile;
import dev.arduinotrader.universe.model.validation.Sessions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first half of an import: reads every file and finds every fault, changing nothing. */
final class ImportReading {
  private static final Optional<String> NOT_FOREIGN = Optional.empty();

  private final PriceFolder folder;
  private final FileFaults faults;
  private final Map<Path, Optional<SecuritiesFile>> securities = new HashMap<>();

  private ImportReading(PriceFolder folder, FileFaults faults) {
    this.folder = folder;
    this.faults = faults;
  }

  static Result<ImportPlan> read(String path, ProgressSink<ImportProgress> progress) {
    FileFaults faults = new FileFaults();
    Optional<PriceFolder> folder = PriceFolder.at(path, faults);
    if (folder.isEmpty()) {
      return Result.failure(faults.toProblem());
    }
    return new ImportReading(folder.get(), faults).read(progress);
  }

  private Result<ImportPlan> read(ProgressSink<ImportProgress> progress) {
    boolean factsGiven = folder.files().stream().anyMatch(f -> folder.securities(f).isPresent());
    ImportPlan.Builder plan =
        new ImportPlan.Builder(folder.isFolder(), factsGiven, ImportReading::sessions, faults);
    int series = 0;
    for (Path file : folder.files()) {
      if (PriceFolder.isSecurities(file)) {
        continue;
      }
      String name = folder.name(file);
      if (progress.isCancelled()) {
        return CommonReason.CANCELLED.failure(
            "the import was cancelled before " + name + "; nothing was stored");
      }
      Optional<String> foreign = folder.isFolder() ? ForeignFiles.reasonByName(name) : NOT_FOREIGN;
      if (foreign.isPresent()) {
        plan.skip(name, foreign.get());
      } else {
        Optional<FileText> text = PriceFolder.read(file, name, faults);
        series += text.map(found -> add(plan, found, file)).orElse(0);
        progress.send(new ImportProgress(name, series, series));
      }
    }
    for (Path file : folder.securities()) {
      SecuritiesFile stated = securities(file);
      if (stated != null) {
        plan.addSecurities(folder.name(file), stated);
      }
    }
    return plan.build();
  }

  /** How many series it has; a file of facts has none. */
  private int add(ImportPlan.Builder plan, FileText text, Path file) {
    boolean hasPrices = PriceFiles.format(text).isPresent();
    if (!hasPrices && FundamentalsFile.isOne(text)) {
      plan.addFundamentals(text);
      return 0;
    }
    if (!hasPrices && DescriptionsFile.isOne(text)) {
      plan.addDescriptions(text);
      return 0;
    }
    return plan.add(text, securities(file));
  }

  /** The facts beside a file, read once for all files of a folder. */
  private @Nullable SecuritiesFile securities(Path file) {
    return folder
        .securities(file)
        .map(
            path ->
                securities.computeIfAbsent(
                    path,
                    first ->
                        PriceFolder.read(first, folder.beside(file), faults)
                            .map(text -> SecuritiesFile.read(text, Venues::code, faults))))
        .flatMap(found -> found)
        .orElse(null);
  }

  private static Sessions sessions(String exchange) {
    return ExchangeCalendars.find(exchange)
        .<Sessions>map(
            calendar ->
                date ->
                    switch (calendar.isSession(date)) {
                      case YES -> Sessions.Day.OPEN;
                      case NO -> Sessions.Day.CLOSED;
                      case UNKNOWN -> Sessions.Day.UNKNOWN;
                    })
        .orElseGet(Sessions::unknown);
  }
}
