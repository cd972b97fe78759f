package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceAbility;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.files.PriceFolder;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import dev.arduinotrader.universe.model.file.ParsedFile;
import dev.arduinotrader.universe.model.file.PriceFiles;
import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The price files of a folder, in the formats of the import. A file is read again when its size or
 * time has changed, so that whoever drops a new one there has it taken by the next sync.
 */
final class CsvFolderSource implements MarketDataSource {
  private final String name;
  private final Path folder;
  private final Function<Security, String> symbols;
  private final TraderClock clock;
  private final FolderFundamentals fundamentals;
  private final Map<Path, Reading> readings = new HashMap<>();

  private record Stamp(long bytes, FileTime modified) {}

  /** What a file said when it had this size and time; a fault instead of prices when broken. */
  private record Reading(Stamp stamp, Optional<ParsedFile> file, String fault) {}

  CsvFolderSource(String name, Path folder, Function<Security, String> symbols, TraderClock clock) {
    this.name = name;
    this.folder = folder;
    this.symbols = symbols;
    this.clock = clock;
    this.fundamentals = new FolderFundamentals(name, folder);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<SourceAbility> abilities() {
    return Set.of(SourceAbility.DAILY_BARS, SourceAbility.FUNDAMENTALS);
  }

  @Override
  public synchronized Result<SourceBars> fetchBars(
      Security security, LocalDate from, LocalDate to) {
    FileFaults faults = new FileFaults();
    Optional<PriceFolder> files = PriceFolder.at(folder.toString(), faults);
    if (files.isEmpty()) {
      return SourceReason.SOURCE_BROKEN.failure(faults.toProblem().message());
    }
    List<String> broken = new ArrayList<>();
    String symbol = symbols.apply(security);
    for (Path path : files.get().files()) {
      Reading reading = reading(path);
      Optional<SourceBars> found = reading.file().flatMap(file -> bars(file, symbol, from, to));
      if (found.isPresent()) {
        return Result.success(found.get());
      }
      if (!reading.fault().isEmpty()) {
        broken.add(reading.fault());
      }
    }
    return broken.isEmpty()
        ? SourceReason.SOURCE_NO_DATA.failure(
            "expected prices of " + symbol + " in a file of " + folder + ", found none")
        : SourceReason.SOURCE_BROKEN.failure(String.join("\n", broken));
  }

  @Override
  public Result<SourceFacts> fetchFundamentals(Security security) {
    return fundamentals.read(security, symbols.apply(security), clock.now());
  }

  private Reading reading(Path path) {
    try {
      Stamp stamp = new Stamp(Files.size(path), Files.getLastModifiedTime(path));
      Reading known = readings.get(path);
      if (known == null || !known.stamp().equals(stamp)) {
        known = read(path, stamp);
        readings.put(path, known);
      }
      return known;
    } catch (IOException e) {
      return new Reading(
          new Stamp(0, FileTime.fromMillis(0)), Optional.empty(), path + ": " + e.getMessage());
    }
  }

  private static Reading read(Path path, Stamp stamp) {
    FileFaults faults = new FileFaults();
    Optional<ParsedFile> file =
        PriceFolder.read(path, faults).flatMap(text -> parsed(text, faults));
    return faults.isEmpty()
        ? new Reading(stamp, file, "")
        : new Reading(stamp, Optional.empty(), faults.toProblem().message());
  }

  private static Optional<ParsedFile> parsed(FileText text, FileFaults faults) {
    return PriceFiles.format(text)
        .filter(format -> format != ParsedFile.Format.ECB_RATES)
        .map(format -> PriceFiles.read(text, format, faults));
  }

  private static Optional<SourceBars> bars(
      ParsedFile file, String symbol, LocalDate from, LocalDate to) {
    PriceBasis basis = file.format().basis();
    return file.series().stream()
        .filter(series -> series.name().equals(symbol))
        .findFirst()
        .map(series -> new SourceBars(basis, raw(series.bars(), from, to)));
  }

  private static RawSeries raw(Bars bars, LocalDate from, LocalDate to) {
    List<RawBar> rows = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      LocalDate day = LocalDate.ofEpochDay(bars.epochDay(i));
      if (!day.isBefore(from) && !day.isAfter(to)) {
        rows.add(
            RawBar.ofDay(
                day,
                value(bars, BarField.OPEN, i),
                value(bars, BarField.HIGH, i),
                value(bars, BarField.LOW, i),
                value(bars, BarField.CLOSE, i),
                value(bars, BarField.VOLUME, i)));
      }
    }
    return RawSeries.daily(rows);
  }

  private static double value(Bars bars, BarField field, int index) {
    double[] column = bars.column(field);
    return column == null ? Double.NaN : column[index];
  }
}
