package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.ImportReport.ImportedFile;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.SeriesMerge;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.model.facts.Stated;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.file.ImportPlan;
import dev.arduinotrader.universe.model.file.ImportPlan.PlannedFile;
import dev.arduinotrader.universe.model.file.ParsedFile;
import dev.arduinotrader.universe.model.file.SecuritiesFile;
import dev.arduinotrader.universe.model.raw.RawInterval;
import dev.arduinotrader.universe.model.validation.CheckedBars;
import dev.arduinotrader.universe.model.validation.FindingAction;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The second half of an import: stores what was read, inside one transaction. */
final class ImportStoring {
  private final UniverseStore.Change change;
  private final FileFaults faults = new FileFaults();
  private int changed;

  private ImportStoring(UniverseStore.Change change) {
    this.change = change;
  }

  /** Stores the plan; a failure must take the transaction back. */
  static Result<ImportReport> store(UniverseStore.Change change, ImportPlan plan) {
    ImportStoring storing = new ImportStoring(change);
    List<ImportedFile> files = new ArrayList<>();
    for (PlannedFile file : plan.files()) {
      storing.store(file);
      files.add(imported(file));
    }
    List<DescriptionsReport> stated = plan.withoutPrices().stream().map(storing::store).toList();
    DescriptionsStoring descriptions = new DescriptionsStoring(change, storing.faults);
    plan.descriptions().forEach(descriptions::store);
    FundamentalsStoring facts = new FundamentalsStoring(change, storing.faults);
    plan.fundamentals().forEach(facts::store);
    if (!storing.faults.isEmpty()) {
      return Result.failure(storing.faults.toProblem());
    }
    ImportReport report =
        new ImportReport(
            files,
            Stream.of(plan.skipped(), descriptions.skipped(), facts.skipped())
                .flatMap(List::stream)
                .toList(),
            facts.reports(),
            Stream.of(stated, descriptions.reports()).flatMap(List::stream).toList());
    if (storing.changed > 0) {
      change.tell(
          "PRICES_IMPORTED",
          "%d series changed by an import of %d files".formatted(storing.changed, files.size()),
          Map.of("series_changed", storing.changed, "files", files));
    }
    return Result.success(report);
  }

  private void store(PlannedFile file) {
    String name = file.file().file();
    String source = "file:" + name.substring(name.lastIndexOf('/') + 1);
    PriceBasis basis = file.file().format().basis();
    for (ImportPlan.SecurityBars bars : file.securities()) {
      Security security = resolved(bars.row());
      if (offer(bars.row(), security)) {
        merge(
            name + ": " + security.symbol(),
            change.bars(security.isin(), SourceRanking.FILES).orElse(null),
            basis,
            source,
            bars.checked(),
            series -> change.putBars(security.isin(), series));
        note(security.isin().value(), source, bars.checked());
      }
    }
    for (ImportPlan.RateBars rates : file.rates()) {
      merge(
          name + ": " + rates.currency(),
          change.rates(rates.currency()).orElse(null),
          basis,
          "ECB",
          rates.checked(),
          series -> change.putRates(rates.currency(), series));
      note("EUR/" + rates.currency(), "ECB", rates.checked());
    }
  }

  /** Stores facts without prices. */
  private DescriptionsReport store(ImportPlan.StatedSecurities stated) {
    int facts = 0;
    for (SecuritiesFile.Row row : stated.rows()) {
      Security security = resolved(row);
      SortedMap<SecurityField, Stated> before = offered(security);
      if (offer(row, security)) {
        SortedMap<SecurityField, Stated> after = offered(security);
        facts +=
            (int)
                after.entrySet().stream()
                    .filter(fact -> !fact.getValue().equals(before.get(fact.getKey())))
                    .count();
      }
    }
    int rows = stated.rows().size();
    return new DescriptionsReport(stated.file(), rows, rows, facts, List.of());
  }

  private SortedMap<SecurityField, Stated> offered(Security security) {
    return change
        .sheet(security.isin())
        .orElseGet(() -> SecuritySheet.empty(security.isin()))
        .offered();
  }

  /** False, with a fault noted, when the facts contradict what is stored. */
  private boolean offer(SecuritiesFile.Row row, Security security) {
    Optional<Problem> refusal =
        SecurityFacts.offer(change, security, "file:" + SecuritiesFile.NAME);
    refusal.ifPresent(problem -> faults.add(SecuritiesFile.NAME, row.line(), problem.message()));
    return refusal.isEmpty();
  }

  /** A file that leaves the ISIN blank means the security that is stored for its symbol. */
  private Security resolved(SecuritiesFile.Row row) {
    Security facts = row.security();
    if (row.isinGiven()) {
      return facts;
    }
    return change
        .listed(facts.exchange(), facts.symbol())
        .map(Security::isin)
        .or(() -> change.ofAlias(facts.isin().value()))
        .map(
            isin ->
                new Security(
                    isin,
                    facts.symbol(),
                    facts.name(),
                    facts.productType(),
                    facts.country(),
                    facts.industry(),
                    facts.exchange(),
                    facts.quoteUnit(),
                    facts.lot(),
                    facts.tick(),
                    facts.tradable(),
                    facts.simulated()))
        .orElse(facts);
  }

  private void merge(
      String place,
      @Nullable BarSeries stored,
      PriceBasis basis,
      String source,
      CheckedBars incoming,
      Consumer<BarSeries> write) {
    if (incoming.bars().isEmpty()) {
      return;
    }
    switch (SeriesMerge.merge(stored, basis, source, incoming.bars(), change.now())) {
      case SeriesMerge.Outcome.Unchanged() -> {}
      case SeriesMerge.Outcome.Replaced(BarSeries series) -> {
        write.accept(series);
        changed++;
      }
      case SeriesMerge.Outcome.Refused(String message) -> faults.add(place, message);
    }
  }

  private void note(String series, String source, CheckedBars checked) {
    change.putFindings(
        series,
        source,
        checked.findings().stream()
            .map(finding -> PriceFinding.of(series, RawInterval.DAY, finding))
            .toList());
  }

  private static int count(PlannedFile file, FindingAction action) {
    return (int)
        Stream.concat(
                file.securities().stream().map(ImportPlan.SecurityBars::checked),
                file.rates().stream().map(ImportPlan.RateBars::checked))
            .flatMap(checked -> checked.findings().stream())
            .filter(finding -> finding.action() == action)
            .count();
  }

  private static ImportedFile imported(PlannedFile planned) {
    ParsedFile file = planned.file();
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (ParsedFile.Named named : file.series()) {
      first = Math.min(first, named.bars().firstDay());
      last = Math.max(last, named.bars().lastDay());
    }
    boolean empty = file.series().isEmpty();
    return new ImportedFile(
        file.file(),
        file.format().name(),
        file.series().size(),
        file.values(),
        empty ? "" : LocalDate.ofEpochDay(first).toString(),
        empty ? "" : LocalDate.ofEpochDay(last).toString(),
        file.format().basis(),
        count(planned, FindingAction.REJECTED),
        count(planned, FindingAction.REPAIRED),
        count(planned, FindingAction.FLAGGED));
  }
}
