package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.Allocation;
import dev.arduinotrader.portfolio.Allocation.Alert;
import dev.arduinotrader.portfolio.Allocation.Kind;
import dev.arduinotrader.portfolio.Allocation.Share;
import dev.arduinotrader.portfolio.Allocation.Status;
import dev.arduinotrader.portfolio.AllocationQuery;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.GroupTarget;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says how a value is spread over securities and groups. */
public final class Allocator {
  private static final String CASH = "Cash";
  private static final String UNKNOWN = "Unknown";
  private static final double BALANCED_WITHIN = 0.02;
  private static final Comparator<Share> LARGEST_FIRST =
      Comparator.comparing(Share::current, Comparator.nullsFirst(Comparator.<Double>reverseOrder()))
          .thenComparing(Share::name);

  private final Valuation valuation;
  private final Market market;
  private final @Nullable Money total;
  private final Map<Isin, Double> targets = new HashMap<>();
  private final double cashTarget;

  private Allocator(Valuation valuation, Market market, AllocationQuery query) {
    this.valuation = valuation;
    this.market = market;
    this.total = valuation.total().orElse(null);
    double sum = 0;
    for (AllocationQuery.TargetWeight target : query.targets()) {
      targets.put(target.isin(), target.weight());
      sum += target.weight();
    }
    this.cashTarget = Math.max(0, 1 - sum);
  }

  /** A part that grows while parts are put together; a value that is not known spoils it. */
  private static final class Cell {
    private @Nullable Money value;
    private double target;

    Cell(Money zero) {
      value = zero;
    }

    void add(@Nullable Money more) {
      Money before = value;
      value = before == null || more == null ? null : before.plus(more);
    }
  }

  /** The allocation of a valuation; shares are of the total, as the policy's limits are. */
  public static Allocation allocation(
      Valuation valuation, Market market, InvestmentPolicy policy, AllocationQuery query) {
    Allocator allocator = new Allocator(valuation, market, query);
    List<Share> shares = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      shares.addAll(kind == Kind.GROUP ? allocator.groups(policy) : allocator.shares(kind));
    }
    return new Allocation(
        allocator.total,
        valuation.cashInBase().orElse(null),
        shares,
        alerts(shares, policy),
        valuation.unknown());
  }

  private List<Share> shares(Kind kind) {
    SortedMap<String, Cell> cells = new TreeMap<>();
    for (Position position : valuation.positions()) {
      cell(cells, name(kind, position.isin())).add(position.valueInBase());
    }
    for (CashBalance balance : valuation.cash()) {
      String name = kind == Kind.CURRENCY ? balance.currency().code() : CASH;
      cell(cells, name).add(balance.totalInBase());
    }
    targets.forEach((isin, weight) -> cell(cells, name(kind, isin)).target += weight);
    if (!targets.isEmpty()) {
      String cash = kind == Kind.CURRENCY ? market.base().code() : CASH;
      cell(cells, cash).target += cashTarget;
    }
    List<Share> shares = new ArrayList<>();
    cells.forEach(
        (name, cell) ->
            shares.add(share(kind, name, cell.value, targets.isEmpty() ? null : cell.target)));
    shares.sort(LARGEST_FIRST);
    return shares;
  }

  /** The groups of the policy; what is in none of them is left out. */
  private List<Share> groups(InvestmentPolicy policy) {
    List<Share> shares = new ArrayList<>();
    for (GroupTarget group : policy.groups()) {
      Kind kind =
          switch (group.kind()) {
            case COUNTRY -> Kind.COUNTRY;
            case INDUSTRY -> Kind.INDUSTRY;
          };
      Cell cell = new Cell(Money.zero(market.base()));
      valuation.positions().stream()
          .filter(position -> group.members().contains(name(kind, position.isin())))
          .forEach(position -> cell.add(position.valueInBase()));
      shares.add(share(Kind.GROUP, group.name(), cell.value, group.weight()));
    }
    shares.sort(LARGEST_FIRST);
    return shares;
  }

  private Cell cell(Map<String, Cell> cells, String name) {
    return cells.computeIfAbsent(name, key -> new Cell(Money.zero(market.base())));
  }

  private String name(Kind kind, Isin isin) {
    if (kind == Kind.SECURITY) {
      return isin.value();
    }
    Optional<SnapshotSecurity> security = market.security(isin);
    return security
        .map(
            facts ->
                switch (kind) {
                  case COUNTRY -> facts.country();
                  case INDUSTRY -> facts.industry();
                  case CURRENCY -> facts.quoteUnit().currency().code();
                  case SECURITY, GROUP -> isin.value();
                })
        .orElse(UNKNOWN);
  }

  private Share share(Kind kind, String name, @Nullable Money value, @Nullable Double target) {
    Double current =
        value == null || total == null || !total.isPositive()
            ? null
            : Double.valueOf(value.amount().doubleValue() / total.amount().doubleValue());
    return new Share(kind, name, value, current, target, status(current, target));
  }

  private static Status status(@Nullable Double current, @Nullable Double target) {
    if (current == null || target == null) {
      return Status.UNTARGETED;
    }
    double deviation = current - target;
    if (deviation < -BALANCED_WITHIN) {
      return Status.UNDERWEIGHT;
    }
    return deviation > BALANCED_WITHIN ? Status.OVERWEIGHT : Status.BALANCED;
  }

  private static List<Alert> alerts(List<Share> shares, InvestmentPolicy policy) {
    return shares.stream()
        .filter(share -> !share.name().equals(CASH))
        .flatMap(share -> Concentration.alert(share, policy).stream())
        .sorted(
            Comparator.comparingDouble((Alert alert) -> -alert.current() / alert.limit())
                .thenComparing(Alert::kind)
                .thenComparing(Alert::name))
        .toList();
  }
}
