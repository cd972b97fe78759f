package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.GroupTarget;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import dev.arduinotrader.testkit.Contexts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A snapshot that a test builds piece by piece: an account in EUR with a policy of its own. */
public final class World {
  public static final Instant NOW = Instant.parse("2023-05-25T22:00:00Z");
  public static final QuoteUnit EUR = QuoteUnit.of("EUR");
  public static final QuoteUnit USD = QuoteUnit.of("USD");
  public static final QuoteUnit GBX = QuoteUnit.of("GBX");

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final Map<Isin, SnapshotSecurity> securities = new TreeMap<>();
  private final Map<Isin, Position> positions = new TreeMap<>();
  private final Map<Isin, SecurityWish> wishes = new TreeMap<>();
  private final List<CashBalance> cash = new ArrayList<>();
  private final List<OpenOrder> orders = new ArrayList<>();
  private final List<FxRate> rates = new ArrayList<>();
  private final List<String> incomplete = new ArrayList<>();
  private Instant decisionTime = NOW;
  private InvestmentPolicy policy = policy();

  /** A made-up ISIN that is the same for the same symbol. */
  public static Isin isin(String symbol) {
    return Isin.privateCode("XTST", symbol);
  }

  /** 2 EUR and 0.2 %, the usual limits, depth 5, 25 candidates. */
  public static InvestmentPolicy policy() {
    return new InvestmentPolicy(
        new InvestmentPolicy.Costs(eur("2"), 0.002, 0.0005, 0.0),
        new InvestmentPolicy.Limits(0.15, 0.35, 0.30, eur("10000"), 5, Duration.ofDays(5)),
        new InvestmentPolicy.Planner(
            5, 25, 0.002, 0.005, Duration.ofDays(30), Duration.ofDays(180), Duration.ofDays(90)),
        new InvestmentPolicy.Scoring(0.11, 0.20, 0.10, 0.10),
        new InvestmentPolicy.Optimizer(0.5, 504, "LEDOIT_WOLF"),
        eur("500"),
        InvestmentPolicy.Autonomy.FULL,
        List.of());
  }

  public static Money eur(String amount) {
    return Money.of(amount, Currency.EUR);
  }

  public World at(Instant instant) {
    decisionTime = instant;
    return this;
  }

  public World with(UnaryOperator<InvestmentPolicy> change) {
    policy = change.apply(policy);
    return this;
  }

  public World limits(UnaryOperator<InvestmentPolicy.Limits> change) {
    return with(
        old ->
            new InvestmentPolicy(
                old.costs(),
                change.apply(old.limits()),
                old.planner(),
                old.scoring(),
                old.optimizer(),
                old.cashReserve(),
                old.autonomy(),
                old.wishes()));
  }

  public World planner(UnaryOperator<InvestmentPolicy.Planner> change) {
    return with(
        old ->
            new InvestmentPolicy(
                old.costs(),
                old.limits(),
                change.apply(old.planner()),
                old.scoring(),
                old.optimizer(),
                old.cashReserve(),
                old.autonomy(),
                old.wishes()));
  }

  public World groups(GroupTarget... groups) {
    return with(
        old ->
            new InvestmentPolicy(
                old.costs(),
                old.limits(),
                old.planner(),
                old.scoring(),
                old.optimizer(),
                old.cashReserve(),
                old.autonomy(),
                old.wishes(),
                old.guards(),
                List.of(groups)));
  }

  public World reserve(String amount) {
    return with(
        old ->
            new InvestmentPolicy(
                old.costs(),
                old.limits(),
                old.planner(),
                old.scoring(),
                old.optimizer(),
                eur(amount),
                old.autonomy(),
                old.wishes()));
  }

  /** No limits on securities, countries and industries. */
  public World unlimited() {
    return limits(
        old ->
            new InvestmentPolicy.Limits(
                1, 1, 1, old.orderValueMax(), old.tradesPerCycleMax(), old.priceAgeMax()));
  }

  /** A security in a country and industry of its own, lot 1, priced an hour ago. */
  public World security(String symbol, String price, QuoteUnit unit) {
    return security(symbol, price, unit, "country of " + symbol, "industry of " + symbol, "1");
  }

  public World security(
      String symbol,
      String price,
      QuoteUnit unit,
      @Nullable String country,
      @Nullable String industry,
      String lot) {
    return put(
        new SnapshotSecurity(
            isin(symbol),
            symbol,
            symbol + " plc",
            country,
            industry,
            "XTST",
            unit,
            Lot.of(lot),
            true,
            Price.of(price, unit),
            NOW.minus(Duration.ofHours(1))));
  }

  public World put(SnapshotSecurity security) {
    securities.put(security.isin(), security);
    return this;
  }

  public World untradable(String symbol) {
    SnapshotSecurity old = known(symbol);
    return put(copy(old, false, old.price(), old.pricedAt()));
  }

  public World pricedAt(String symbol, Instant at) {
    SnapshotSecurity old = known(symbol);
    return put(copy(old, old.tradable(), old.price(), at));
  }

  public World priceless(String symbol) {
    SnapshotSecurity old = known(symbol);
    return put(copy(old, old.tradable(), null, null));
  }

  private static SnapshotSecurity copy(
      SnapshotSecurity old, boolean tradable, @Nullable Price price, @Nullable Instant pricedAt) {
    return new SnapshotSecurity(
        old.isin(),
        old.symbol(),
        old.name(),
        old.country(),
        old.industry(),
        old.exchange(),
        old.quoteUnit(),
        old.lot(),
        tradable,
        price,
        pricedAt);
  }

  private SnapshotSecurity known(String symbol) {
    SnapshotSecurity security = securities.get(isin(symbol));
    if (security == null) {
      throw new AssertionError("expected security(" + symbol + ") before");
    }
    return security;
  }

  /** Units bought long ago and never sold. */
  public World holding(String symbol, String quantity) {
    return holding(symbol, quantity, LONG_AGO, null, "");
  }

  public World holding(
      String symbol,
      String quantity,
      @Nullable Instant lastBoughtAt,
      @Nullable Instant lastSoldAt,
      String note) {
    SnapshotSecurity security = known(symbol);
    positions.put(
        security.isin(),
        new Position(
            security.isin(),
            symbol,
            security.name(),
            Quantity.of(quantity),
            null,
            security.price(),
            security.pricedAt(),
            null,
            null,
            lastBoughtAt,
            lastBoughtAt,
            lastSoldAt,
            note));
    return this;
  }

  /** Settled cash. */
  public World cash(String amount, Currency currency) {
    return cash(amount, "0", currency);
  }

  public World cash(String settled, String unsettled, Currency currency) {
    Money zero = Money.zero(currency);
    Money arrived = Money.of(settled, currency);
    Money total = arrived.plus(Money.of(unsettled, currency));
    cash.add(
        new CashBalance(
            currency, arrived, Money.of(unsettled, currency), zero, arrived, total, null));
    return this;
  }

  /** 1 EUR = {@code rate} of another currency, known an hour ago. */
  public World rate(Currency quote, String rate) {
    return rate(quote, rate, NOW.minus(Duration.ofHours(1)));
  }

  public World rate(Currency quote, String rate, Instant knownAt) {
    rates.add(new FxRate(Currency.EUR, quote, new BigDecimal(rate), knownAt, "test"));
    return this;
  }

  public World wish(String symbol, UnaryOperator<SecurityWish> change) {
    Isin isin = isin(symbol);
    SecurityWish old = wishes.getOrDefault(isin, SecurityWish.defaultFor(isin));
    wishes.put(isin, change.apply(old));
    return this;
  }

  public World minimum(String symbol, double weight) {
    return wish(
        symbol,
        old ->
            new SecurityWish(
                old.isin(),
                old.allowBuy(),
                old.allowSell(),
                old.managed(),
                old.multiplier(),
                weight,
                old.maximumWeight(),
                old.note()));
  }

  public World allow(String symbol, boolean buy, boolean sell, boolean managed) {
    return wish(
        symbol,
        old ->
            new SecurityWish(
                old.isin(),
                buy,
                sell,
                managed,
                old.multiplier(),
                old.minimumWeight(),
                old.maximumWeight(),
                old.note()));
  }

  /** An accepted order; for a purchase the cash that it may still take. */
  public World order(String symbol, Side side, String remaining, @Nullable Money reserved) {
    orders.add(
        new OpenOrder(
            ClientOrderId.of("order-" + orders.size()),
            isin(symbol),
            side,
            side + " " + remaining + " " + symbol,
            "ACCEPTED",
            Quantity.of(remaining),
            reserved,
            null,
            NOW.minus(Duration.ofHours(2))));
    return this;
  }

  /** An exchange of currencies under way. */
  public World exchange(Money taken, Money expected) {
    orders.add(
        new OpenOrder(
            ClientOrderId.of("order-" + orders.size()),
            null,
            null,
            taken.currency() + " to " + expected.currency(),
            "ACCEPTED",
            Quantity.ZERO,
            taken,
            expected,
            NOW.minus(Duration.ofHours(2))));
    return this;
  }

  public World incomplete(String sentence) {
    incomplete.add(sentence);
    return this;
  }

  public Snapshot snapshot() {
    return snapshot(null);
  }

  /** The same state with every list in another order. */
  public Snapshot shuffled(long seed) {
    return snapshot(new Random(seed));
  }

  private Snapshot snapshot(@Nullable Random random) {
    InvestmentPolicy whole =
        new InvestmentPolicy(
            policy.costs(),
            policy.limits(),
            policy.planner(),
            policy.scoring(),
            policy.optimizer(),
            policy.cashReserve(),
            policy.autonomy(),
            List.copyOf(wishes.values()),
            policy.guards(),
            policy.groups());
    String identity =
        Json.hash(List.of(positions.values(), cash, orders, whole, securities.keySet()));
    String market = Json.hash(List.of(securities.values(), rates));
    return new Snapshot(
        Json.hash(List.of(identity, market, decisionTime)),
        Contexts.ACCOUNT,
        decisionTime,
        Currency.EUR,
        identity,
        market,
        eur("0"),
        ordered(cash, random),
        ordered(positions.values(), random),
        new OpenExposure(0, ordered(orders, random)),
        ordered(securities.values(), random),
        ordered(rates, random),
        new PolicyVersion(1, "test", LONG_AGO, whole),
        incomplete);
  }

  private static <T> List<T> ordered(Iterable<T> values, @Nullable Random random) {
    List<T> list = new ArrayList<>();
    values.forEach(list::add);
    if (random != null) {
      Collections.shuffle(list, random);
    }
    return list;
  }
}
