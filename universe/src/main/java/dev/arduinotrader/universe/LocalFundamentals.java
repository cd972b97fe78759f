package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.files.PriceFolder;
import dev.arduinotrader.universe.model.Market;
import dev.arduinotrader.universe.model.file.FileFaults;
import dev.arduinotrader.universe.model.fundamentals.FundamentalsFile;
import dev.arduinotrader.universe.model.search.SecuritySearch;
import dev.arduinotrader.universe.store.UniverseStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Dated facts, in this process. */
final class LocalFundamentals implements FundamentalData {
  private static final int UNKNOWN_MAX = 1_000;

  private final UniverseStore store;
  private final Supplier<Market> market;
  private final LocalSources sources;
  private final TraderClock clock;

  /**
   * @param market the one in use, which may be the sample market
   */
  LocalFundamentals(
      UniverseStore store, Supplier<Market> market, LocalSources sources, TraderClock clock) {
    this.sources = sources;
    this.store = store;
    this.market = market;
    this.clock = clock;
  }

  @Override
  public Result<FundamentalsReport> importFundamentals(
      CallContext context, ImportFundamentals command) {
    Instant now = clock.now();
    UniverseStore.Command wish =
        new UniverseStore.Command(context.account(), command.commandId(), command, now);
    Function<UniverseStore.Change, Result<FundamentalsReport>> work =
        change ->
            UniverseChanges.chooseImported(change)
                .then(done -> read(command, now))
                .map(file -> stored(change, name(command), file));
    return command.dryRun()
        ? store.rehearse(wish, work)
        : store.change(wish, FundamentalsReport.class, work);
  }

  private static String name(ImportFundamentals command) {
    return String.valueOf(Path.of(command.path()).getFileName());
  }

  private Result<FundamentalsFile> read(ImportFundamentals command, Instant now) {
    FileFaults faults = new FileFaults();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate wanted = command.asOf();
    LocalDate asOf = wanted == null ? today : wanted;
    if (asOf.isAfter(today)) {
      return Result.failure(
          Problem.invalid("as_of", "expected a date until %s, found %s".formatted(today, asOf)));
    }
    FundamentalsFile.Reading reading =
        new FundamentalsFile.Reading(command.columns(), this::security, asOf, now);
    Optional<FundamentalsFile> file =
        PriceFolder.at(command.path(), faults)
            .filter(folder -> isFile(folder, command, faults))
            .flatMap(folder -> PriceFolder.read(folder.files().getFirst(), faults))
            .map(text -> FundamentalsFile.read(text, reading, faults));
    if (file.isPresent() && faults.isEmpty() && file.get().facts().isEmpty()) {
      faults.add(
          name(command),
          "expected at least one value of a security of the universe, found none in %d rows"
              .formatted(file.get().rows()));
    }
    return faults.isEmpty() && file.isPresent()
        ? Result.success(file.get())
        : Result.failure(faults.toProblem());
  }

  private static boolean isFile(PriceFolder folder, ImportFundamentals command, FileFaults faults) {
    if (folder.isFolder()) {
      faults.add(command.path(), "expected a file, found a folder");
    }
    return !folder.isFolder();
  }

  /** The one security in the universe of this ISIN, symbol or alias. */
  private Optional<Security> security(String name) {
    List<SecurityDetails> named =
        SecuritySearch.named(store.details(), name).stream()
            .filter(details -> details.removal() == null)
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst().security()) : Optional.empty();
  }

  static FundamentalsReport stored(
      UniverseStore.Change change, String name, FundamentalsFile file) {
    int stored = 0;
    for (Fundamental fact : file.facts()) {
      stored += change.put(fact) ? 1 : 0;
    }
    int securities = (int) file.facts().stream().map(Fundamental::isin).distinct().count();
    if (stored > 0) {
      change.tell(
          "FUNDAMENTALS_IMPORTED",
          "%d new values of %d securities from %s".formatted(stored, securities, name),
          Map.of("file", name, "stored", stored, "securities", securities));
    }
    List<String> unknown = file.unknown();
    return new FundamentalsReport(
        name,
        file.columns(),
        file.rows(),
        securities,
        file.facts().size(),
        stored,
        unknown.subList(0, Math.min(unknown.size(), UNKNOWN_MAX)));
  }

  @Override
  public Result<FundamentalsSyncReport> syncFundamentals(
      CallContext context, SyncRequest request, ProgressSink<FundamentalsProgress> progress) {
    Optional<Problem> refusal = RequestLimits.check(context);
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    return sources.areInUse()
        ? sources.syncFundamentals(context, request, progress)
        : Result.success(new FundamentalsSyncReport(0, 0, List.of(), 0));
  }

  @Override
  public Result<Fundamentals> getFundamentals(CallContext context, FundamentalsQuery query) {
    Optional<Problem> refusal = RequestLimits.check(context, query);
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    List<Isin> isins =
        query.isins().isEmpty()
            ? market.get().securities().stream().map(Security::isin).toList()
            : query.isins();
    if (isins.size() > FundamentalsQuery.ISINS_MAX) {
      return Result.failure(
          Problem.invalid(
              "isins",
              "expected at most %d, found the whole universe of %d"
                  .formatted(FundamentalsQuery.ISINS_MAX, isins.size())));
    }
    List<Fundamental> facts = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    for (Isin isin : isins) {
      List<Fundamental> latest = latest(isin, query.fields(), context.decisionTime());
      facts.addAll(latest);
      if (latest.isEmpty()) {
        absent.add(new Absent(isin.value(), reason(isin, context.decisionTime())));
      }
    }
    return Result.success(new Fundamentals(facts, absent));
  }

  private List<Fundamental> latest(Isin isin, List<FundamentalField> fields, Instant now) {
    Isin stored = store.security(isin).map(Security::isin).orElse(isin);
    Map<FundamentalField, Fundamental> latest = new EnumMap<>(FundamentalField.class);
    for (Fundamental fact : store.fundamentals(stored, now)) {
      if (fields.isEmpty() || fields.contains(fact.field())) {
        latest.put(fact.field(), fact);
      }
    }
    return List.copyOf(latest.values());
  }

  private String reason(Isin isin, Instant now) {
    return market.get().security(isin).isEmpty()
        ? LocalUniverseService.unknown(isin)
        : "no such fact about it is known at " + now;
  }
}
