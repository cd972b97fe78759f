package dev.arduinotrader.universe;

import dev.arduinotrader.universe.ImportReport.SkippedFile;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import dev.arduinotrader.universe.model.fundamentals.FundamentalsFile;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Stores the files of dated facts of an import, once its securities are there. */
final class FundamentalsStoring {
  private final UniverseStore.Change change;
  private final FileFaults faults;
  private final NamedSecurities securities;
  private final List<FundamentalsReport> reports = new ArrayList<>();
  private final List<SkippedFile> skipped = new ArrayList<>();

  FundamentalsStoring(UniverseStore.Change change, FileFaults faults) {
    this.change = change;
    this.faults = faults;
    this.securities = new NamedSecurities(change);
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
                securities::find,
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
}
