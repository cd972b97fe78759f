package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.TradeDates;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an account has: cash, holdings and the balance of every ledger account after its movements,
 * in the order in which they happened. The same movements give the same books, in whatever order
 * they arrived.
 */
public final class Books {
  private static final Books EMPTY =
      new Books(new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), Set.of(), null);

  private final SortedMap<LedgerAccount, Money> balances;
  private final SortedMap<HoldingKey, Holding> holdings;
  private final List<BrokerMovement.CashFlow> ownerFlows;
  private final List<BrokerMovement.Execution> latestTrades;
  private final Set<String> reversed;
  private final @Nullable MovementOrder last;

  Books(
      SortedMap<LedgerAccount, Money> balances,
      SortedMap<HoldingKey, Holding> holdings,
      List<BrokerMovement.CashFlow> ownerFlows,
      List<BrokerMovement.Execution> latestTrades,
      Set<String> reversed,
      @Nullable MovementOrder last) {
    this.balances = Collections.unmodifiableSortedMap(balances);
    this.holdings = Collections.unmodifiableSortedMap(holdings);
    this.ownerFlows = List.copyOf(ownerFlows);
    this.latestTrades = List.copyOf(latestTrades);
    this.reversed = Set.copyOf(reversed);
    this.last = last;
  }

  /** The books of an account without any movement. */
  public static Books empty() {
    return EMPTY;
  }

  /** The books after all these movements, whatever their order here. */
  public static Books of(Collection<BrokerMovement> movements) {
    BooksBuilder builder = new BooksBuilder(EMPTY, Reversals.reversed(movements));
    Reversals.ordered(movements).forEach(builder::add);
    return builder.build();
  }

  /** Movements in the order in which they happened. */
  public static List<BrokerMovement> ordered(Collection<BrokerMovement> movements) {
    return Reversals.ordered(movements);
  }

  /** The movements that no other has taken back, in the order in which they happened. */
  public static List<BrokerMovement> counting(Collection<BrokerMovement> movements) {
    return Reversals.counting(movements);
  }

  /** Whether a movement happened after all that are in the books, so that {@link #with} may be. */
  public boolean isNext(BrokerMovement movement) {
    boolean isLatest = last == null || last.compareTo(MovementOrder.of(movement)) < 0;
    return isLatest && !(movement instanceof LedgerEntry.Reversal);
  }

  /** The books after one more movement, which must be the next. */
  public Books with(BrokerMovement movement) {
    if (!isNext(movement)) {
      throw new IllegalArgumentException(
          "expected a movement after " + last + ", found " + MovementOrder.of(movement));
    }
    BooksBuilder builder = new BooksBuilder(this, reversed);
    builder.add(movement);
    return builder.build();
  }

  static boolean isCapitalised(BrokerMovement.Execution execution) {
    return execution.side() == Side.BUY
        && execution.commission().currency().equals(execution.gross().currency());
  }

  static HoldingKey key(BrokerMovement.Execution execution) {
    return new HoldingKey(execution.isin(), execution.gross().currency());
  }

  /** The balance of every ledger account that ever moved. */
  SortedMap<LedgerAccount, Money> balances() {
    return balances;
  }

  /** Cash per currency, settled or not; currencies that never moved are absent. */
  public SortedMap<Currency, Money> cash() {
    SortedMap<Currency, Money> cash = new TreeMap<>();
    balances.forEach(
        (account, amount) -> {
          if (account.name().equals(LedgerAccount.CASH)) {
            cash.put(account.currency(), amount);
          }
        });
    return cash;
  }

  /** Cash in one currency; zero when it never moved. */
  public Money cash(Currency currency) {
    return balances.getOrDefault(
        new LedgerAccount(LedgerAccount.CASH, currency, null), Money.zero(currency));
  }

  /** What the owner paid in and out, in the order in which it happened. */
  public List<BrokerMovement.CashFlow> ownerFlows() {
    return ownerFlows;
  }

  /** The trades of the last two weeks before the last movement, which may not have settled yet. */
  List<BrokerMovement.Execution> latestTrades() {
    return latestTrades;
  }

  /** Every security that was ever held. */
  public Set<Isin> everHeld() {
    return holdings.keySet().stream().map(HoldingKey::isin).collect(Collectors.toSet());
  }

  /** The securities whose last trades may not have settled yet. */
  public Set<Isin> latestTraded() {
    return latestTrades.stream().map(BrokerMovement.Execution::isin).collect(Collectors.toSet());
  }

  /** Units held per security, without those of which none are; for statements. */
  public SortedMap<Isin, Quantity> quantities() {
    SortedMap<Isin, Quantity> sums = new TreeMap<>();
    holdings.forEach((key, holding) -> sums.merge(key.isin(), holding.quantity(), Quantity::plus));
    sums.values().removeIf(Quantity::isZero);
    return sums;
  }

  /** The ids of the entries that others have taken back. */
  Set<String> reversed() {
    return reversed;
  }

  @Nullable MovementOrder last() {
    return last;
  }

  Holding holding(HoldingKey key) {
    return holdings.getOrDefault(key, Holding.none(key.currency()));
  }

  SortedMap<HoldingKey, Holding> holdings() {
    return holdings;
  }

  /** The holdings of a security that ever were, by the currency they were traded in. */
  Map<HoldingKey, Holding> all(Isin isin) {
    SortedMap<HoldingKey, Holding> all = new TreeMap<>(holdings);
    all.keySet().removeIf(key -> !key.isin().equals(isin));
    return all;
  }

  /** When a security was last traded, whether or not it is held. */
  TradeDates dates(Isin isin) {
    Collection<Holding> all = all(isin).values();
    return new TradeDates(latest(all, Holding::lastBoughtAt), latest(all, Holding::lastSoldAt));
  }

  private static @Nullable Instant latest(
      Collection<Holding> holdings, Function<Holding, @Nullable Instant> date) {
    return holdings.stream()
        .map(date)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The holdings of a security that have units, by the currency they were traded in. */
  Map<HoldingKey, Holding> open(Isin isin) {
    Map<HoldingKey, Holding> open = all(isin);
    open.values().removeIf(holding -> holding.quantity().isZero());
    return open;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Books that
        && balances.equals(that.balances)
        && holdings.equals(that.holdings)
        && ownerFlows.equals(that.ownerFlows)
        && latestTrades.equals(that.latestTrades)
        && reversed.equals(that.reversed);
  }

  @Override
  public int hashCode() {
    return 31 * balances.hashCode() + holdings.hashCode();
  }

  @Override
  public String toString() {
    return "Books" + cash().values() + quantities();
  }
}
