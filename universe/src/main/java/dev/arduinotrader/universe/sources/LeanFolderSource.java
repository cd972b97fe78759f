package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceAbility;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.files.PriceFolder;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.raw.RawSeries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * LEAN's daily files: {@code aapl.zip} with raw bars in ten-thousandths, and the factors in {@code
 * aapl.factors.csv} beside it or in {@code ../factor_files/aapl.csv}.
 */
final class LeanFolderSource implements MarketDataSource {
  private static final double UNITS_PER_PRICE = 10_000;
  private static final int DATE_LENGTH = 8;
  private static final int COLUMNS = 6;

  private final String name;
  private final Path folder;
  private final Function<Security, String> symbols;

  LeanFolderSource(String name, Path folder, Function<Security, String> symbols) {
    this.name = name;
    this.folder = folder;
    this.symbols = symbols;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<SourceAbility> abilities() {
    return Set.of(SourceAbility.DAILY_BARS, SourceAbility.DIVIDENDS_AND_SPLITS);
  }

  @Override
  public Result<SourceBars> fetchBars(Security security, LocalDate from, LocalDate to) {
    String file = symbols.apply(security).toLowerCase(Locale.ROOT);
    Path zip = folder.resolve(file + ".zip").normalize();
    if (!zip.startsWith(folder.normalize()) || !Files.isRegularFile(zip)) {
      return SourceReason.SOURCE_NO_DATA.failure(
          "expected " + file + ".zip in " + folder + ", found none");
    }
    FileFaults faults = new FileFaults();
    Optional<FileText> text = PriceFolder.read(zip, faults);
    Optional<FileText> factors = factorFile(file).flatMap(path -> PriceFolder.read(path, faults));
    if (text.isEmpty() || !faults.isEmpty()) {
      return SourceReason.SOURCE_BROKEN.failure(faults.toProblem().message());
    }
    try {
      List<RawBar> bars = text.get().lines().stream().map(line -> bar(line.text())).toList();
      List<RawBar> told =
          factors.map(f -> withEvents(bars, LeanFactors.read(f.text()))).orElse(bars);
      List<RawBar> wanted =
          told.stream()
              .filter(bar -> !bar.time().date().isBefore(from) && !bar.time().date().isAfter(to))
              .toList();
      return Result.success(new SourceBars(PriceBasis.RAW, RawSeries.daily(wanted)));
    } catch (IllegalArgumentException e) {
      return SourceReason.SOURCE_BROKEN.failure(file + ": " + e.getMessage());
    }
  }

  private Optional<Path> factorFile(String symbol) {
    return Stream.of(
            folder.resolve(symbol + ".factors.csv"),
            folder.resolveSibling("factor_files").resolve(symbol + ".csv"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static RawBar bar(String line) {
    String[] cells = line.strip().split(",", -1);
    try {
      if (cells.length < COLUMNS) {
        throw new IllegalArgumentException("too few columns");
      }
      String day = cells[0].substring(0, Math.min(DATE_LENGTH, cells[0].length()));
      return RawBar.ofDay(
          LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE),
          price(cells[1]),
          price(cells[2]),
          price(cells[3]),
          price(cells[4]),
          Double.parseDouble(cells[5]));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "expected yyyymmdd hh:mm,open,high,low,close,volume, found '" + line + "'", e);
    }
  }

  private static double price(String text) {
    return Double.parseDouble(text) / UNITS_PER_PRICE;
  }

  private static List<RawBar> withEvents(List<RawBar> bars, LeanFactors factors) {
    List<RawBar> told = new ArrayList<>(bars);
    for (LeanFactors.Event event : factors.events()) {
      for (int i = 1; i < told.size(); i++) {
        RawBar bar = told.get(i);
        if (bar.time().date().isAfter(event.lastDayBefore())) {
          told.set(
              i, bar.with(RawField.DIVIDEND, event.dividend()).with(RawField.SPLIT, event.split()));
          break;
        }
      }
    }
    return told;
  }
}
