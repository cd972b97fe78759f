package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.OpenAccounts.ifFaultless;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.model.PolicyRules;
import dev.arduinotrader.portfolio.store.AccountState;
import dev.arduinotrader.portfolio.store.PortfolioStore;
import dev.arduinotrader.universe.Security;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The owner's policy in this process: its versions, and what a new one must be like. */
final class LocalPolicies {
  private final PortfolioStore store;
  private final OpenAccounts accounts;
  private final MarketReader market;
  private final TraderClock clock;

  LocalPolicies(
      PortfolioStore store, OpenAccounts accounts, MarketReader market, TraderClock clock) {
    this.store = store;
    this.accounts = accounts;
    this.market = market;
    this.clock = clock;
  }

  Result<PolicyVersions> listPolicies(CallContext context, PolicyQuery query) {
    return accounts
        .of(context)
        .then(
            state ->
                ifFaultless(
                    PageReader.faults(query),
                    () ->
                        Result.success(
                            new PolicyVersions(store.policies(context.account(), query)))));
  }

  Result<PolicyVersion> getPolicy(CallContext context) {
    return accounts.of(context).then(state -> Result.success(state.policy()));
  }

  Result<PolicyVersion> updatePolicy(CallContext context, UpdatePolicy command) {
    UpdatePolicy ordered =
        new UpdatePolicy(
            command.commandId(), command.basedOnVersion(), PolicyRules.ordered(command.policy()));
    return accounts
        .of(context)
        .then(
            state ->
                store.updatePolicy(
                    context.account(),
                    ordered,
                    verdict(context, state, ordered.policy()),
                    context.actor(),
                    clock.now()));
  }

  /** Whether a policy keeps the rules; wishes that are there already need no known security. */
  private Result<Done> verdict(CallContext context, AccountState state, InvestmentPolicy policy) {
    List<Fault> faults =
        new ArrayList<>(PolicyRules.faults(policy, state.account().baseCurrency()));
    Set<Isin> added = new HashSet<>();
    policy.wishes().forEach(wish -> added.add(wish.isin()));
    state.policy().policy().wishes().forEach(wish -> added.remove(wish.isin()));
    if (added.isEmpty()) {
      return ifFaultless(faults, () -> Result.success(Done.DONE));
    }
    return market
        .securities(context)
        .then(
            securities -> {
              Set<Isin> known = securities.stream().map(Security::isin).collect(Collectors.toSet());
              added.stream()
                  .sorted()
                  .filter(isin -> !known.contains(isin))
                  .forEach(
                      isin ->
                          faults.add(
                              new Fault(
                                  "wishes[" + isin + "]",
                                  "expected a security of the universe, found none of this ISIN"
                                      + "\nMaybe import it first.")));
              return ifFaultless(faults, () -> Result.success(Done.DONE));
            });
  }
}
