package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.model.Market;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.model.search.SecuritySearch;
import dev.arduinotrader.universe.store.UniverseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** What securities are, in this process. */
final class LocalDirectory implements SecurityDirectory {
  private final UniverseStore store;
  private final Supplier<Market> market;
  private final List<SecurityLookup> lookups;
  private final TraderClock clock;

  /**
   * @param market the one in use, which may be the sample market
   * @param lookups asked in this order about a security that nobody knows yet
   */
  LocalDirectory(
      UniverseStore store,
      Supplier<Market> market,
      List<SecurityLookup> lookups,
      TraderClock clock) {
    this.store = store;
    this.market = market;
    this.lookups = List.copyOf(lookups);
    this.clock = clock;
  }

  /** All securities of the market in use with their facts, in the order of their ISIN. */
  private List<SecurityDetails> details() {
    return market.get() instanceof SimulatedMarket sample
        ? sample.securities().stream().map(SimulatedMarket::details).toList()
        : store.details();
  }

  private Optional<SecurityDetails> details(Isin isin) {
    return market.get() instanceof SimulatedMarket sample
        ? sample.security(isin).map(SimulatedMarket::details)
        : store.details(isin);
  }

  @Override
  public Result<SecurityDetails> getSecurityDetails(CallContext context, Isin isin) {
    return details(isin)
        .map(Result::success)
        .orElseGet(() -> CommonReason.NOT_FOUND.failure(LocalUniverseService.unknown(isin)));
  }

  @Override
  public Result<SecurityDetails> updateSecurity(CallContext context, UpdateSecurity command) {
    List<Fault> faults = SecurityEdits.faults(command.edit());
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults));
    }
    return change(
        context,
        command.commandId(),
        command,
        command.dryRun(),
        change ->
            stored(change, command.isin())
                .then(
                    sheet -> SecurityEdits.apply(change, sheet, command.edit(), context.actor())));
  }

  @Override
  public Result<SecurityDetails> removeSecurity(CallContext context, RemoveSecurity command) {
    if (command.reason().isBlank() || command.reason().length() > 500) {
      return Result.failure(Problem.invalid("reason", "expected 1 to 500 characters"));
    }
    return change(
        context,
        command.commandId(),
        command,
        command.dryRun(),
        change ->
            stored(change, command.isin())
                .then(
                    sheet -> {
                      if (sheet.removal() != null) {
                        return Result.success(sheet);
                      }
                      Removal removal =
                          new Removal(change.now(), context.actor(), command.reason());
                      SecuritySheet removed = sheet.withRemoval(removal);
                      Optional<Problem> refusal =
                          SecurityFacts.store(change, Optional.of(sheet), removed);
                      return refusal.isPresent()
                          ? Result.failure(refusal.get())
                          : Result.success(removed);
                    }));
  }

  @Override
  public Result<SecurityDetails> addByIdentifier(CallContext context, AddByIdentifier command) {
    List<Fault> faults = new ArrayList<>();
    Map<SecurityField, String> facts = new TreeMap<>();
    String identifier = command.identifier().strip();
    if (identifier.isEmpty()) {
      faults.add(new Fault("identifier", "expected an ISIN or a symbol, found none"));
    }
    command
        .facts()
        .forEach(
            (field, value) ->
                FactSpelling.fault(field, value)
                    .ifPresentOrElse(
                        faults::add, () -> facts.put(field, FactSpelling.normal(field, value))));
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults));
    }
    List<SecurityDetails> known = SecuritySearch.named(store.details(), identifier);
    // Asked before the transaction: a source may take its time.
    Optional<SecurityLookup.Found> found =
        known.isEmpty() ? found(identifier) : Optional.<SecurityLookup.Found>empty();
    if (known.isEmpty() && found.isEmpty() && SecurityAdditions.isin(identifier).isEmpty()) {
      facts.putIfAbsent(SecurityField.SYMBOL, identifier);
    }
    return change(
        context,
        command.commandId(),
        command,
        command.dryRun(),
        change ->
            UniverseChanges.chooseImported(change)
                .then(
                    done ->
                        SecurityAdditions.add(
                            change, identifier, known, found, facts, context.actor())));
  }

  private Optional<SecurityLookup.Found> found(String identifier) {
    return lookups.stream().flatMap(lookup -> lookup.find(identifier).stream()).findFirst();
  }

  private Result<SecuritySheet> stored(UniverseStore.Change change, Isin isin) {
    Optional<SecuritySheet> sheet =
        change.sheet(isin).or(() -> change.ofAlias(isin.value()).flatMap(change::sheet));
    if (sheet.isPresent()) {
      return Result.success(sheet.get());
    }
    boolean simulated = market.get().security(isin).map(Security::simulated).orElse(false);
    return simulated
        ? UniverseReason.SAMPLE_FACTS_FIXED.failure(
            "expected an imported or added security, found %s of the sample market".formatted(isin)
                + "\nMaybe import real prices first: trader universe import PATH")
        : CommonReason.NOT_FOUND.failure(LocalUniverseService.unknown(isin));
  }

  private Result<SecurityDetails> change(
      CallContext context,
      CommandId id,
      Object request,
      boolean dryRun,
      Function<UniverseStore.Change, Result<SecuritySheet>> work) {
    UniverseStore.Command command =
        new UniverseStore.Command(context.account(), id, request, clock.now());
    Function<UniverseStore.Change, Result<SecurityDetails>> answered =
        change -> work.apply(change).map(SecuritySheet::details);
    return dryRun
        ? store.rehearse(command, answered)
        : store.change(command, SecurityDetails.class, answered);
  }

  @Override
  public Result<SecurityMatches> searchSecurities(CallContext context, SearchRequest request) {
    Optional<Problem> refusal = RequestLimits.check(request);
    return refusal.isPresent()
        ? Result.failure(refusal.get())
        : Result.success(SecuritySearch.search(details(), request));
  }

  @Override
  public Result<SecurityGroups> getGroups(CallContext context) {
    return Result.success(groups(market.get().securities()));
  }

  static SecurityGroups groups(List<Security> securities) {
    return new SecurityGroups(
        groups(securities, Security::country), groups(securities, Security::industry));
  }

  private static List<SecurityGroups.Group> groups(
      List<Security> securities,
      Function<Security, @org.jspecify.annotations.Nullable String> name) {
    Map<String, Integer> members = new TreeMap<>();
    for (Security security : securities) {
      String group = name.apply(security);
      members.merge(group == null ? "" : group, 1, Integer::sum);
    }
    return members.entrySet().stream()
        .map(entry -> new SecurityGroups.Group(entry.getKey(), entry.getValue()))
        .toList();
  }
}
