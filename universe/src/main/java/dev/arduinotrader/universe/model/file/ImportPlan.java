package dev.arduinotrader.universe.model.file;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.ImportReport.SkippedFile;
import dev.arduinotrader.universe.model.validation.CheckedBars;
import dev.arduinotrader.universe.model.validation.Sessions;
import dev.arduinotrader.universe.model.validation.ValidationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import will store, once every file in it has been read without a fault.
 *
 * @param files in the order read
 * @param skipped files of a folder that say nothing about its securities
 * @param fundamentals files of dated facts, to be read once the securities are known
 * @param descriptions files of names and industries, to be read once the securities are known
 * @param withoutPrices securities of which the import has the facts and no price
 */
public record ImportPlan(
    List<PlannedFile> files,
    List<SkippedFile> skipped,
    List<FileText> fundamentals,
    List<FileText> descriptions,
    List<StatedSecurities> withoutPrices) {
  public ImportPlan {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    fundamentals = List.copyOf(fundamentals);
    descriptions = List.copyOf(descriptions);
    withoutPrices = List.copyOf(withoutPrices);
  }

  /** Securities of one securities.csv, and the name of that file. */
  public record StatedSecurities(String file, List<SecuritiesFile.Row> rows) {
    public StatedSecurities {
      rows = List.copyOf(rows);
    }
  }

  /** One file and what each of its series is a series of. */
  public record PlannedFile(ParsedFile file, List<SecurityBars> securities, List<RateBars> rates) {}

  /** Checked bars of one security. */
  public record SecurityBars(SecuritiesFile.Row row, CheckedBars checked) {}

  /** Checked fixings of one currency. */
  public record RateBars(Currency currency, CheckedBars checked) {}

  /** Takes the files of an import one by one. */
  public static final class Builder {
    private final boolean folder;
    private final boolean factsGiven;
    private final Function<String, Sessions> calendars;
    private final FileFaults faults;
    private final List<PlannedFile> files = new ArrayList<>();
    private final List<SkippedFile> skipped = new ArrayList<>();
    private final List<FileText> fundamentals = new ArrayList<>();
    private final List<FileText> descriptions = new ArrayList<>();
    private final List<StatedSecurities> stated = new ArrayList<>();

    /**
     * @param folder true when the import is of a folder, where foreign files are left out; false
     *     when it is of one file, where they are faults
     * @param factsGiven whether any folder of the import has a securities.csv; prices without one
     *     beside them are then left out, else they are faults
     * @param calendars the sessions of an exchange
     */
    public Builder(
        boolean folder,
        boolean factsGiven,
        Function<String, Sessions> calendars,
        FileFaults faults) {
      this.folder = folder;
      this.factsGiven = factsGiven;
      this.calendars = calendars;
      this.faults = faults;
    }

    /** Leaves a file out that need not be read. */
    public void skip(String file, String reason) {
      skipped.add(new SkippedFile(file, reason));
    }

    /** Takes a file of dated facts. */
    public void addFundamentals(FileText file) {
      fundamentals.add(file);
    }

    /** Takes a file of names, countries and industries. */
    public void addDescriptions(FileText file) {
      descriptions.add(file);
    }

    /** Takes a securities.csv for its own sake: also securities without prices are wanted. */
    public void addSecurities(String file, SecuritiesFile securities) {
      stated.add(new StatedSecurities(file, securities.rows()));
    }

    /**
     * Reads one more file; gives how many series it has.
     *
     * @param securities the securities.csv beside the file, null when there is none
     */
    public int add(FileText file, @Nullable SecuritiesFile securities) {
      Optional<ParsedFile.Format> format = PriceFiles.format(file);
      if (format.isEmpty()) {
        leaveOut(file, ForeignFiles.reason(file));
        return 0;
      }
      if (format.get() == ParsedFile.Format.ECB_RATES) {
        return addRates(PriceFiles.read(file, format.get(), faults));
      }
      if (securities == null) {
        withoutFacts(file);
        return 0;
      }
      List<String> symbols = PriceFiles.symbols(file, format.get());
      if (symbols.stream().allMatch(symbol -> securities.find(symbol).isEmpty())) {
        leaveOut(
            file,
            "none of its symbols is in %s (%s)"
                .formatted(SecuritiesFile.NAME, String.join(", ", firstOf(symbols))));
        return 0;
      }
      return addPrices(PriceFiles.read(file, format.get(), faults), securities, symbols);
    }

    private void withoutFacts(FileText file) {
      String reason =
          "expected "
              + SecuritiesFile.NAME
              + " beside it with the facts about its symbols, found none";
      if (factsGiven) {
        skip(file.name(), reason);
      } else {
        faults.add(file.name(), reason);
      }
    }

    private static List<String> firstOf(List<String> symbols) {
      return symbols.subList(0, Math.min(symbols.size(), 5));
    }

    private void leaveOut(FileText file, String reason) {
      if (folder) {
        skipped.add(new SkippedFile(file.name(), reason));
      } else {
        faults.add(file.name(), reason);
      }
    }

    private int addPrices(ParsedFile file, SecuritiesFile known, List<String> symbols) {
      for (String symbol : symbols) {
        if (!symbol.isEmpty() && known.find(symbol).isEmpty()) {
          faults.add(
              file.file(),
              1,
              "column %s: expected a row of this symbol in %s, found none"
                  .formatted(symbol, SecuritiesFile.NAME));
        }
      }
      List<SecurityBars> bars = new ArrayList<>();
      for (ParsedFile.Named named : file.series()) {
        known
            .find(named.name())
            .ifPresent(row -> bars.add(new SecurityBars(row, checked(named, file, row))));
      }
      files.add(new PlannedFile(file, bars, List.of()));
      return bars.size();
    }

    private CheckedBars checked(ParsedFile.Named named, ParsedFile file, SecuritiesFile.Row row) {
      return CheckedBars.of(
          named.bars(),
          ValidationContext.none()
              .withQuoteUnit(row.security().quoteUnit())
              .withBasis(file.format().basis())
              .withSessions(calendars.apply(row.security().exchange())));
    }

    private int addRates(ParsedFile file) {
      List<RateBars> rates = new ArrayList<>();
      for (ParsedFile.Named named : file.series()) {
        try {
          rates.add(
              new RateBars(
                  Currency.of(named.name()),
                  CheckedBars.of(named.bars(), ValidationContext.none())));
        } catch (IllegalArgumentException e) {
          faults.add(file.file(), 1, String.valueOf(e.getMessage()));
        }
      }
      files.add(new PlannedFile(file, List.of(), rates));
      return rates.size();
    }

    /** The plan, or the refusal that names every fault. */
    public Result<ImportPlan> build() {
      List<StatedSecurities> withoutPrices = withoutPrices();
      boolean empty =
          Stream.of(files, fundamentals, descriptions, withoutPrices).allMatch(List::isEmpty);
      if (faults.isEmpty() && empty) {
        faults.add(
            "import",
            "expected at least one price file (.csv, .csv.gz or the ECB's .zip or .xml), found"
                + " none");
        skipped.forEach(foreign -> faults.add(foreign.file(), foreign.reason()));
      }
      return faults.isEmpty()
          ? Result.success(
              new ImportPlan(files, skipped, fundamentals, descriptions, withoutPrices))
          : Result.failure(faults.toProblem());
    }

    private List<StatedSecurities> withoutPrices() {
      Set<SecuritiesFile.Row> priced =
          files.stream()
              .flatMap(file -> file.securities().stream())
              .map(SecurityBars::row)
              .collect(Collectors.toSet());
      return stated.stream()
          .map(
              file ->
                  new StatedSecurities(
                      file.file(),
                      file.rows().stream().filter(row -> !priced.contains(row)).toList()))
          .filter(file -> !file.rows().isEmpty())
          .toList();
    }
  }
}
