package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.universe.ImportReport.SkippedFile;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.model.file.DescriptionsFile;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.FileText;
import dev.arduinotrader.universe.store.UniverseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stores what tables of companies say of the securities that are there: only where nothing else
 * did, for a table made for many is less exact than the file beside the prices.
 */
final class DescriptionsStoring {
  private final UniverseStore.Change change;
  private final FileFaults faults;
  private final NamedSecurities securities;
  private final List<DescriptionsReport> reports = new ArrayList<>();
  private final List<SkippedFile> skipped = new ArrayList<>();

  DescriptionsStoring(UniverseStore.Change change, FileFaults faults) {
    this.change = change;
    this.faults = faults;
    this.securities = new NamedSecurities(change);
  }

  /** What was stored, in the order of the files. */
  List<DescriptionsReport> reports() {
    return List.copyOf(reports);
  }

  /** Files that tell of no security of the universe. */
  List<SkippedFile> skipped() {
    return List.copyOf(skipped);
  }

  /** Stores one file whole; notes every fault in it. */
  void store(FileText text) {
    DescriptionsFile file = DescriptionsFile.read(text, faults);
    if (!faults.isEmpty()) {
      return;
    }
    List<String> unknown = new ArrayList<>();
    int found = 0;
    int stored = 0;
    for (DescriptionsFile.Row row : file.rows()) {
      Optional<Security> security = securities.find(row.key());
      if (security.isEmpty()) {
        unknown.add(row.key());
      } else {
        found++;
        stored += store(text, row, security.get());
      }
    }
    if (found == 0) {
      skipped.add(
          new SkippedFile(text.name(), "names of companies, none of which is in the universe"));
    } else {
      reports.add(new DescriptionsReport(text.name(), file.rows().size(), found, stored, unknown));
    }
  }

  /** How many facts changed. */
  private int store(FileText text, DescriptionsFile.Row row, Security security) {
    Optional<SecuritySheet> before = change.sheet(security.isin());
    SecuritySheet sheet = before.orElseThrow();
    SecuritySheet after = sheet.fill(row.facts(), "file:" + text.baseName(), change.now());
    Optional<Problem> refusal = SecurityFacts.store(change, before, after);
    refusal.ifPresent(problem -> faults.add(text.name(), row.line(), problem.message()));
    return (int)
        after.offered().entrySet().stream()
            .filter(fact -> !fact.getValue().equals(sheet.offered().get(fact.getKey())))
            .count();
  }
}
