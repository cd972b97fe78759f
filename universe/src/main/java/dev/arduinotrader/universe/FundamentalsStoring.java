package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.ImportReport.SkippedFile;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import dev.arduinotrader.universe.model.fundamentals.FundamentalsFile;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Stores the files of dated facts of an import, once its securities are there. */
final class FundamentalsStoring {
  private final UniverseStore.Change change;
  private final FileFaults faults;
  private final List<FundamentalsReport> reports = new ArrayList<>();
  private final List<SkippedFile> skipped = new ArrayList<>();

  FundamentalsStoring(UniverseStore.Change change, FileFaults faults) {
    this.change = change;
    this.faults = faults;
  }

  /** What was stored, in the order of the files. */
  List<FundamentalsReport> reports() {
    return List.copyOf(reports);
  }

  /** Files that tell of no security of the universe. */
  List<SkippedFile> skipped() {
    return List.copyOf(skipped);
  }

  /** Stores one file whole; notes every fault in it. */
  void store(FileText text) {
    FundamentalsFile file =
        FundamentalsFile.read(
            text,
            new FundamentalsFile.Reading(
                new TreeMap<>(),
                this::security,
                LocalDate.ofInstant(change.now(), ZoneOffset.UTC),
                change.now()),
            faults);
    if (!faults.isEmpty()) {
      return;
    }
    if (file.facts().isEmpty()) {
      skipped.add(
          new SkippedFile(text.name(), "facts about companies, none of which is in the universe"));
      return;
    }
    reports.add(LocalFundamentals.stored(change, text.name(), file));
  }

  /** The one security in the universe of this ISIN, symbol or alias. */
  private Optional<Security> security(String name) {
    List<Isin> named =
        Stream.of(isin(name).stream(), symbol(name), change.ofAlias(name).stream())
            .flatMap(isins -> isins)
            .distinct()
            .filter(isin -> change.sheet(isin).filter(s -> s.removal() == null).isPresent())
            .toList();
    return named.size() == 1 ? change.security(named.getFirst()) : Optional.empty();
  }

  private static Optional<Isin> isin(String text) {
    try {
      return Optional.of(Isin.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Stream<Isin> symbol(String text) {
    return change.stating(SecurityField.SYMBOL, text).stream()
        .filter(
            isin ->
                change
                    .sheet(isin)
                    .flatMap(sheet -> sheet.value(SecurityField.SYMBOL))
                    .equals(Optional.of(text)));
  }
}
