package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.planning.PlanningReason;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns a snapshot into the state to plan from, or says everything whose value is not known.
 *
 * <p>Open orders count as done: a pending purchase adds its units and takes its cash, a pending
 * sale takes its units and brings nothing to spend, a pending exchange moves the money. So a second
 * plan made before the first one's orders are filled does not repeat them.
 */
public final class StateCompiler {
  /** Nearer to 1 than this is rounding. */
  private static final double PRICED_UNITS_TOLERANCE = 1e-3;

  private final Snapshot snapshot;
  private final InvestmentPolicy policy;
  private final ExchangeRates rates;
  private final Map<Isin, Position> positions = new TreeMap<>();
  private final Map<Isin, List<OpenOrder>> orders = new TreeMap<>();
  private final List<String> unknown = new ArrayList<>();

  private StateCompiler(Snapshot snapshot) {
    this.snapshot = snapshot;
    policy = snapshot.policy().policy();
    rates = new ExchangeRates(snapshot);
  }

  /** The state; PLANNING_INCOMPLETE naming everything whose value the total needs and lacks. */
  public static Result<PortfolioState> compile(Snapshot snapshot) {
    return new StateCompiler(snapshot).compile();
  }

  private Result<PortfolioState> compile() {
    List<SnapshotSecurity> securities =
        snapshot.securities().stream()
            .sorted(Comparator.comparing(SnapshotSecurity::isin))
            .toList();
    index(securities);
    List<Holding> holdings = securities.stream().map(this::holding).toList();
    CashView cash = CashView.of(snapshot, rates, units(holdings), unknown);
    if (!unknown.isEmpty()) {
      return PlanningReason.PLANNING_INCOMPLETE.failure(message());
    }
    double receivable = holdings.stream().mapToDouble(Holding::receivable).sum();
    double held = holdings.stream().mapToDouble(Holding::value).sum();
    return Result.success(state(holdings, cash, cash.total() + receivable, held));
  }

  private static Map<Isin, CashView.Unit> units(List<Holding> holdings) {
    Map<Isin, CashView.Unit> units = new TreeMap<>();
    for (Holding holding : holdings) {
      SnapshotSecurity security = holding.security();
      units.put(
          security.isin(),
          new CashView.Unit(security.quoteUnit().currency(), holding.basePerUnit()));
    }
    return units;
  }

  private String message() {
    List<String> all = new ArrayList<>(unknown);
    snapshot.incomplete().stream().filter(each -> !all.contains(each)).sorted().forEach(all::add);
    return "expected a snapshot in which everything has a value, found: "
        + String.join("; ", all)
        + "\nMaybe sync prices and rates, or wait for the missing entry of the books.";
  }

  private void index(List<SnapshotSecurity> securities) {
    Map<Isin, SnapshotSecurity> known = new TreeMap<>();
    for (SnapshotSecurity security : securities) {
      if (known.put(security.isin(), security) != null) {
        unknown.add("security " + security.isin() + " is listed twice");
      }
    }
    for (Position position : snapshot.positions()) {
      if (positions.put(position.isin(), position) != null) {
        unknown.add("holding " + position.isin() + " is listed twice");
      }
      if (!known.containsKey(position.isin()) && !position.quantity().isZero()) {
        unknown.add("holding " + name(position) + " is of no security of the universe");
      }
      if (position.quantity().isNegative()) {
        unknown.add(
            "holding %s is %s because an entry is missing"
                .formatted(name(position), position.quantity()));
      }
    }
    for (OpenOrder order : snapshot.exposure().orders()) {
      Isin isin = order.isin();
      if (isin != null) {
        orders.computeIfAbsent(isin, key -> new ArrayList<>()).add(order);
        if (!known.containsKey(isin)) {
          unknown.add("open order " + order.description() + " is of no security of the universe");
        }
      }
    }
  }

  private static String name(Position position) {
    return position.isin() + " " + position.symbol();
  }

  /** One security with its units after open orders, before weights are known. */
  private record Holding(
      SnapshotSecurity security,
      @Nullable Position position,
      double basePerUnit,
      Quantity quantity,
      double receivable,
      @Nullable Block block) {
    double value() {
      return quantity.isZero() ? 0 : quantity.toDouble() * basePerUnit;
    }
  }

  private Holding holding(SnapshotSecurity security) {
    Position position = positions.get(security.isin());
    Quantity bought = remaining(security.isin(), Side.BUY);
    Quantity sold = remaining(security.isin(), Side.SELL);
    Quantity before = position == null ? Quantity.ZERO : position.quantity();
    Quantity after = before.plus(bought).minus(sold);
    Quantity quantity = after.isNegative() ? Quantity.ZERO : after;
    boolean needed = !quantity.isZero() || !sold.isZero();
    Block priceBlock = priceBlock(security);
    double basePerUnit =
        basePerUnit(security, priceBlock, needed) * pricedUnits(security, position);
    if (needed && Double.isNaN(basePerUnit) && priceBlock != null) {
      unknown.add(
          "%s %s is held or ordered, but %s"
              .formatted(security.isin(), security.symbol(), priceBlock.reason()));
    }
    double receivable = sold.isZero() ? 0 : sold.toDouble() * basePerUnit;
    Block block = block(security, position, priceBlock);
    return new Holding(security, position, basePerUnit, quantity, receivable, block);
  }

  private Quantity remaining(Isin isin, Side side) {
    Quantity sum = Quantity.ZERO;
    for (OpenOrder order : orders.getOrDefault(isin, List.of())) {
      sum = order.side() == side ? sum.plus(order.remaining()) : sum;
    }
    return sum;
  }

  /**
   * Holdings that can no longer be traded keep their last price, however old: there will be no
   * newer one, and one delisted security must not stop the whole fund.
   */
  private double basePerUnit(
      SnapshotSecurity security, @Nullable Block priceBlock, boolean needed) {
    Price price = security.price();
    boolean lastPrice =
        needed && !security.tradable() && priceBlock != null && priceBlock.rule() == Rule.PRICE_OLD;
    return price == null || (priceBlock != null && !lastPrice)
        ? Double.NaN
        : price.inCurrency().doubleValue() * rates.basePerUnit(price.currency());
  }

  /** Units that are priced for each in the books: not 1 while the broker owes a split. */
  private static double pricedUnits(SnapshotSecurity security, @Nullable Position position) {
    Price price = security.price();
    if (price == null || position == null || position.value() == null) {
      return 1;
    }
    double plain = price.times(position.quantity()).amount().doubleValue();
    double factor = plain == 0 ? 1 : position.value().amount().doubleValue() / plain;
    return position.note().isBlank() || Math.abs(factor - 1) < PRICED_UNITS_TOLERANCE ? 1 : factor;
  }

  private @Nullable Block priceBlock(SnapshotSecurity security) {
    Instant pricedAt = security.pricedAt();
    if (security.price() == null || pricedAt == null) {
      return new Block(Rule.PRICE_MISSING, "it has no price");
    }
    Block rateBlock = rates.block(security.quoteUnit().currency());
    if (rateBlock != null) {
      return rateBlock;
    }
    Duration age = Duration.between(pricedAt, snapshot.decisionTime());
    Duration ageMax = policy.limits().priceAgeMax();
    return age.compareTo(ageMax) <= 0
        ? null
        : new Block(
            Rule.PRICE_OLD,
            "its price is %s old, at most %s are allowed"
                .formatted(Texts.days(age), Texts.days(ageMax)));
  }

  private @Nullable Block block(
      SnapshotSecurity security, @Nullable Position position, @Nullable Block priceBlock) {
    List<OpenOrder> open = orders.getOrDefault(security.isin(), List.of());
    if (!open.isEmpty()) {
      OpenOrder order = open.getFirst();
      return new Block(
          Rule.OPEN_ORDER,
          "the order %s is %s, a second one must wait"
              .formatted(order.description(), order.state()));
    }
    if (!security.tradable()) {
      return new Block(Rule.NOT_TRADABLE, "it cannot be traded");
    }
    if (priceBlock != null) {
      return priceBlock;
    }
    return position != null && !position.note().isBlank()
        ? new Block(Rule.HOLDING_BLOCKED, "its holding is blocked: " + position.note())
        : null;
  }

  private PortfolioState state(
      List<Holding> holdings, CashView cash, double cashWithReceivable, double held) {
    Groups countries =
        Groups.of("country", holdings.stream().map(each -> each.security().country()).toList());
    Groups industries =
        Groups.of("industry", holdings.stream().map(each -> each.security().industry()).toList());
    double total = cashWithReceivable + held;
    List<Asset> assets =
        holdings.stream().map(each -> asset(each, total, countries, industries)).toList();
    return new PortfolioState(
        snapshot.baseCurrency(),
        snapshot.decisionTime(),
        policy,
        total,
        cashWithReceivable,
        cash.spendable(),
        rates.all(),
        countries,
        industries,
        assets);
  }

  private Asset asset(Holding holding, double total, Groups countries, Groups industries) {
    SnapshotSecurity security = holding.security();
    Position position = holding.position();
    return new Asset(
        security,
        policy.wishOf(security.isin()),
        holding.basePerUnit(),
        !security.quoteUnit().currency().equals(snapshot.baseCurrency()),
        holding.quantity(),
        holding.value(),
        total > 0 ? holding.value() / total : 0,
        countries.indexOf(security.country()),
        industries.indexOf(security.industry()),
        position == null ? security.dates().lastBoughtAt() : position.lastBoughtAt(),
        position == null ? security.dates().lastSoldAt() : position.lastSoldAt(),
        holding.block());
  }
}
