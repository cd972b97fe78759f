package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.files.PriceFolder;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import dev.arduinotrader.universe.model.file.ImportPlan;
import dev.arduinotrader.universe.model.file.SecuritiesFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first half of an import: reads every file and finds every fault, changing nothing. */
final class ImportReading {
  private ImportReading() {}

  static Result<ImportPlan> read(String path, ProgressSink<ImportProgress> progress) {
    FileFaults faults = new FileFaults();
    Optional<PriceFolder> folder = PriceFolder.at(path, faults);
    if (folder.isEmpty()) {
      return Result.failure(faults.toProblem());
    }
    ImportPlan.Builder plan =
        new ImportPlan.Builder(folder.get().isFolder(), securities(folder.get(), faults), faults);
    int series = 0;
    for (Path file : folder.get().files()) {
      if (progress.isCancelled()) {
        return CommonReason.CANCELLED.failure(
            "the import was cancelled before " + file.getFileName() + "; nothing was stored");
      }
      Optional<FileText> text = PriceFolder.read(file, faults);
      series += text.map(plan::add).orElse(0);
      progress.send(new ImportProgress(String.valueOf(file.getFileName()), series, series));
    }
    return plan.build();
  }

  private static @Nullable SecuritiesFile securities(PriceFolder folder, FileFaults faults) {
    return folder
        .securities()
        .flatMap(file -> PriceFolder.read(file, faults))
        .map(text -> SecuritiesFile.read(text, Venues::code, faults))
        .orElse(null);
  }
}
