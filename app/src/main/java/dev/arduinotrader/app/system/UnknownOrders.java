package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.alert.model.AlertRule;
import dev.arduinotrader.platform.alert.model.ConditionSeen;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Accounts;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.TradingService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Asks trading for orders of every account whose fate is unknown. Not for several threads. */
final class UnknownOrders {
  private static final Set<String> UNKNOWN = Set.of("UNKNOWN", "CANCEL_UNKNOWN");

  /** An answer that was lost is usually found within minutes; later a person should look. */
  private static final Duration TOLD_AFTER = Duration.ofMinutes(10);

  private final PortfolioService portfolio;
  private final TradingService trading;
  private final Function<AccountId, CallContext> contexts;
  private final Map<AccountId, Map<ClientOrderId, Instant>> firstSeen = new HashMap<>();

  UnknownOrders(
      PortfolioService portfolio,
      TradingService trading,
      Function<AccountId, CallContext> contexts) {
    this.portfolio = portfolio;
    this.trading = trading;
    this.contexts = contexts;
  }

  /** One finding for each account that is surely well or surely not; none when nobody answers. */
  List<ConditionSeen> look(Instant now) {
    List<ConditionSeen> seen = new ArrayList<>();
    if (portfolio.listAccounts(contexts.apply(AccountId.SHARED))
        instanceof Result.Success<Accounts>(Accounts accounts)) {
      for (Account account : accounts.accounts()) {
        look(account.accountId(), now).ifPresent(seen::add);
      }
    }
    return seen;
  }

  private Optional<ConditionSeen> look(AccountId account, Instant now) {
    if (!(trading.getOpenExposure(contexts.apply(account))
        instanceof Result.Success<OpenExposure>(OpenExposure exposure))) {
      return Optional.empty();
    }
    List<OpenOrder> unknown =
        exposure.orders().stream().filter(order -> UNKNOWN.contains(order.state())).toList();
    List<OpenOrder> aged = aged(account, unknown, now);
    if (unknown.isEmpty()) {
      return Optional.of(seen(account, false, "the fate of every order is known"));
    }
    return aged.isEmpty()
        ? Optional.empty()
        : Optional.of(
            seen(
                account,
                true,
                "unknown for 10 minutes or longer: " + String.join(", ", descriptions(aged))));
  }

  private static List<String> descriptions(List<OpenOrder> orders) {
    return orders.stream()
        .map(order -> order.description() + " (" + order.clientOrderId() + ")")
        .toList();
  }

  /** Forgets the orders whose fate is known by now. */
  private List<OpenOrder> aged(AccountId account, List<OpenOrder> unknown, Instant now) {
    Map<ClientOrderId, Instant> before = firstSeen.getOrDefault(account, Map.of());
    Map<ClientOrderId, Instant> since = new HashMap<>();
    unknown.forEach(
        order -> since.put(order.clientOrderId(), before.getOrDefault(order.clientOrderId(), now)));
    firstSeen.put(account, since);
    return unknown.stream()
        .filter(
            order -> !since.getOrDefault(order.clientOrderId(), now).plus(TOLD_AFTER).isAfter(now))
        .toList();
  }

  private static ConditionSeen seen(AccountId account, boolean holds, String text) {
    return new ConditionSeen(AlertRule.ORDER_UNKNOWN, account.value(), holds, text);
  }
}
