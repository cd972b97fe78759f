package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.files.PriceFolder;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import dev.arduinotrader.universe.model.file.RawPriceFile;
import dev.arduinotrader.universe.model.validation.PriceValidation;
import dev.arduinotrader.universe.model.validation.ValidatedSeries;
import dev.arduinotrader.universe.model.validation.ValidationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the checks say of one file of prices.
 *
 * @param interval how long a bar lasts: DAY, WEEK, QUARTER_HOUR and so on
 * @param rowsRead rows below the header
 * @param rowsKept rows that may be stored
 * @param findings in the order of time
 * @param repairedText the file with the repaired numbers, all other cells as they were
 */
public record PriceFileCheck(
    String file,
    String interval,
    int rowsRead,
    int rowsKept,
    List<PriceFinding> findings,
    String repairedText) {
  public PriceFileCheck {
    findings = List.copyOf(findings);
  }

  /**
   * Checks one security's prices without storing anything.
   *
   * @param file date or time, close, and perhaps open, high, low, adjusted close, volume, dividends
   *     and splits: CSV, also packed
   * @param unit what the prices should be counted in; null when unknown
   * @return IMPORT_REFUSED naming every fault when the file cannot be read as rows of prices
   */
  public static Result<PriceFileCheck> of(Path file, @Nullable QuoteUnit unit) {
    FileFaults faults = new FileFaults();
    Optional<RawPriceFile> read =
        PriceFolder.at(file.toString(), faults)
            .filter(found -> isFile(found, file, faults))
            .flatMap(found -> PriceFolder.read(file, faults))
            .flatMap((FileText text) -> RawPriceFile.read(text, faults));
    if (read.isEmpty()) {
      return Result.failure(faults.toProblem());
    }
    ValidationContext none = ValidationContext.none();
    ValidatedSeries validated =
        PriceValidation.validate(
            read.get().series(), unit == null ? none : none.withQuoteUnit(unit));
    String name = file.getFileName().toString();
    return Result.success(
        new PriceFileCheck(
            name,
            validated.interval().name(),
            read.get().series().bars().size(),
            validated.rows().size(),
            validated.findings().stream()
                .map(f -> PriceFinding.of(name, validated.interval(), f))
                .toList(),
            read.get().repaired(validated)));
  }

  private static boolean isFile(PriceFolder found, Path file, FileFaults faults) {
    if (found.isFolder()) {
      faults.add(file.toString(), "expected one file of prices, found a folder");
    }
    return !found.isFolder();
  }
}
