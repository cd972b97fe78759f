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

/** The fake universe's directory: it reads, searches and removes; it corrects nothing. */
final class FakeDirectory implements SecurityDirectory {
  private final NavigableMap<Isin, Security> securities;

  FakeDirectory(NavigableMap<Isin, Security> securities) {
    this.securities = securities;
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
              securities.remove(command.isin());
              return found;
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
    return securities.values().stream().map(FakeDirectory::details).toList();
  }

  @Override
  public Result<SecurityMatches> searchSecurities(CallContext context, SearchRequest request) {
    return Result.success(SecuritySearch.search(all(), request));
  }

  @Override
  public Result<SecurityGroups> getGroups(CallContext context) {
    return Result.success(LocalDirectory.groups(List.copyOf(securities.values())));
  }
}
