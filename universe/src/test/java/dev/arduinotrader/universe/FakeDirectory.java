package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.universe.model.facts.FactValues;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.model.search.SecuritySearch;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;

/** The fake universe's directory: it reads, searches and removes; it corrects nothing. */
final class FakeDirectory implements SecurityDirectory {
  private final NavigableMap<Isin, Security> securities;
  private final Set<Isin> removed;

  FakeDirectory(NavigableMap<Isin, Security> securities, Set<Isin> removed) {
    this.securities = securities;
    this.removed = removed;
  }

  static Security notTradable(Security security) {
    return new Security(
        security.isin(),
        security.symbol(),
        security.name(),
        security.productType(),
        security.country(),
        security.industry(),
        security.exchange(),
        security.quoteUnit(),
        security.lot(),
        security.tick(),
        false,
        security.simulated());
  }

  private static SecurityDetails details(Security security) {
    return SecuritySheet.empty(security.isin())
        .offer(FactValues.of(security), "fake", Instant.EPOCH)
        .details();
  }

  @Override
  public Result<SecurityDetails> getSecurityDetails(CallContext context, Isin isin) {
    Security found = securities.get(isin);
    return found == null
        ? CommonReason.NOT_FOUND.failure("the fake universe has no " + isin)
        : Result.success(details(found));
  }

  @Override
  public Result<SecurityDetails> updateSecurity(CallContext context, UpdateSecurity command) {
    return CommonReason.UNIMPLEMENTED.failure("the fake universe corrects nothing");
  }

  @Override
  public Result<SecurityDetails> removeSecurity(CallContext context, RemoveSecurity command) {
    return getSecurityDetails(context, command.isin())
        .map(
            found -> {
              securities.put(command.isin(), notTradable(found.security()));
              removed.add(command.isin());
              return details(notTradable(found.security()));
            });
  }

  @Override
  public Result<SecurityDetails> addByIdentifier(CallContext context, AddByIdentifier command) {
    return SecuritySearch.named(all(), command.identifier()).stream()
        .findFirst()
        .map(Result::success)
        .orElseGet(() -> CommonReason.NOT_FOUND.failure("no security " + command.identifier()));
  }

  private List<SecurityDetails> all() {
    return listed().stream().map(FakeDirectory::details).toList();
  }

  private List<Security> listed() {
    return securities.values().stream().filter(each -> !removed.contains(each.isin())).toList();
  }

  @Override
  public Result<SecurityMatches> searchSecurities(CallContext context, SearchRequest request) {
    return Result.success(SecuritySearch.search(all(), request));
  }

  @Override
  public Result<SecurityGroups> getGroups(CallContext context) {
    return Result.success(LocalDirectory.groups(listed()));
  }
}
