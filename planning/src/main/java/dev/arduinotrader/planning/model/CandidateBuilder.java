package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.planning.RejectedCandidate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes candidates from the gaps between weights and targets, and says why an asset has none.
 *
 * <p>Sales are built first: what they can bring, and the room that they make in a country or
 * industry, bounds the purchases.
 */
final class CandidateBuilder {
  private final PortfolioState state;
  private final Targets targets;
  private final TradeCosts costs;
  private final Map<Integer, List<Candidate>> choices = new TreeMap<>();
  private final Map<Integer, Block> rejected = new TreeMap<>();

  CandidateBuilder(PortfolioState state, Targets targets) {
    this.state = state;
    this.targets = targets;
    this.costs = state.costs();
  }

  CandidateSet build() {
    List<Integer> buys = new ArrayList<>();
    Eligibility eligibility = new Eligibility(state, targets);
    for (int i = 0; i < state.assets().size(); i++) {
      if (isOfInterest(i)) {
        Block block = eligibility.block(i);
        if (block != null) {
          rejected.put(i, block);
        } else if (gap(i) < 0) {
          addSale(i);
        } else {
          buys.add(i);
        }
      }
    }
    BuyCaps caps = new BuyCaps(state, choices.values());
    buys.forEach(number -> addPurchase(number, caps));
    keepFirst();
    return new CandidateSet(List.copyOf(choices.values()), rejections());
  }

  /** A weight, a target, or a reason why there is no target. */
  private boolean isOfInterest(int number) {
    Asset asset = state.assets().get(number);
    return asset.isHeld()
        || targets.weight(number) > 0
        || asset.block() != null
        || !asset.wish().allowBuy()
        || targets.unjudged().containsKey(asset.isin());
  }

  private double gap(int number) {
    return targets.weight(number) - state.assets().get(number).weight();
  }

  private void addSale(int number) {
    Asset asset = state.assets().get(number);
    double lotValue = asset.lotValue();
    boolean everything = targets.weight(number) <= 0;
    double excess = -gap(number) * state.total();
    long lots =
        everything
            ? lots(asset, asset.quantity())
            : QuantityLevels.lotsDown(Math.min(excess, asset.value()), lotValue);
    if (lots == 0) {
      reject(
          number,
          Rule.BELOW_ONE_LOT,
          "%s too much, one lot is worth %s".formatted(money(excess), money(lotValue)));
      return;
    }
    Cap order = BuyCaps.order(state);
    long lotsMax = Math.min(lots, QuantityLevels.lotsDown(order.value(), lotValue));
    List<Long> levels = QuantityLevels.of(lotsMax, lotValue, costs.ticketMin());
    if (levels.isEmpty()) {
      boolean byOrder = lotsMax < lots;
      rejectSize(number, byOrder ? order : gapCap(excess, "too much"), lotsMax * lotValue);
      return;
    }
    addLevels(number, Side.SELL, levels);
  }

  private void addPurchase(int number, BuyCaps caps) {
    Asset asset = state.assets().get(number);
    double lotValue = asset.lotValue();
    double gapValue = gap(number) * state.total();
    Cap lowest = caps.lowest(asset);
    if (gapValue < costs.ticketMin()) {
      rejectSize(number, gapCap(gapValue, "missing"), gapValue);
      return;
    }
    long wanted =
        Math.max(
            QuantityLevels.lotsNearest(gapValue, lotValue),
            QuantityLevels.lotsUp(costs.ticketMin(), lotValue));
    long allowed = Math.max(0, QuantityLevels.lotsDown(lowest.value(), lotValue));
    if (QuantityLevels.lotsNearest(gapValue, lotValue) == 0) {
      reject(
          number,
          Rule.LOT_TOO_LARGE,
          "%s missing, but one lot is worth %s".formatted(money(gapValue), money(lotValue)));
      return;
    }
    long lotsMax = Math.min(wanted, allowed);
    List<Long> levels = QuantityLevels.of(lotsMax, lotValue, costs.ticketMin());
    if (levels.isEmpty()) {
      rejectSize(number, lowest, lowest.value());
      return;
    }
    addLevels(number, Side.BUY, levels);
  }

  private static long lots(Asset asset, Quantity quantity) {
    BigDecimal size = asset.security().lot().size();
    return asset.security().lot().floor(quantity.value()).value().divide(size).longValueExact();
  }

  private void addLevels(int number, Side side, List<Long> levels) {
    List<Candidate> candidates =
        levels.stream().map(lots -> candidate(number, side, lots)).toList();
    choices.put(number, candidates);
  }

  private Candidate candidate(int number, Side side, long lots) {
    Asset asset = state.assets().get(number);
    double value = lots * asset.lotValue();
    double cashAtLimit =
        side == Side.BUY
            ? -costs.cashTakenAtLimit(value, asset.foreign())
            : costs.cashBroughtAtLimit(value, asset.foreign());
    BigDecimal quantity = asset.security().lot().size().multiply(BigDecimal.valueOf(lots));
    return new Candidate(
        number,
        side,
        new Quantity(quantity),
        value,
        costs.expected(value, asset.foreign()),
        cashAtLimit,
        priority(number, side));
  }

  /** The size of the gap; the owner's favourites are bought sooner and sold later. */
  private double priority(int number, Side side) {
    Asset asset = state.assets().get(number);
    double missing = Math.max(0, targets.minimum(number) - asset.weight());
    double size = Math.abs(gap(number)) + EndStateScore.MINIMUM * missing;
    double multiplier = asset.wish().multiplier();
    return side == Side.BUY ? size * multiplier : size / multiplier;
  }

  /** Only the assets with the largest priorities are looked at. */
  private void keepFirst() {
    int max = state.policy().planner().candidatesMax();
    List<List<Candidate>> sorted =
        choices.values().stream()
            .sorted(
                Comparator.comparingDouble((List<Candidate> each) -> -each.getFirst().priority())
                    .thenComparing(each -> each.getFirst().asset()))
            .toList();
    for (List<Candidate> each : sorted.subList(Math.min(max, sorted.size()), sorted.size())) {
      Candidate candidate = each.getFirst();
      choices.remove(candidate.asset());
      reject(
          candidate.asset(),
          Rule.CANDIDATES_LIMIT,
          "its priority of %s is not among the first %d, which end at %s"
              .formatted(
                  Texts.score(candidate.priority()),
                  max,
                  Texts.score(sorted.get(max - 1).getFirst().priority())));
    }
  }

  private void rejectSize(int number, Cap cap, double value) {
    reject(
        number,
        cap.rule(),
        "%s, a worthwhile trade is at least %s (costs of 1 %%) and one lot (%s); found %s"
            .formatted(
                cap.reason(),
                money(costs.ticketMin()),
                money(state.assets().get(number).lotValue()),
                money(Math.max(0, value))));
  }

  private void reject(int number, Rule rule, String reason) {
    rejected.put(number, new Block(rule, reason));
  }

  private Cap gapCap(double value, String what) {
    return new Cap(Rule.BELOW_MINIMUM_TICKET, value, money(value) + " " + what);
  }

  private String money(double amount) {
    return Texts.money(amount, state.baseCurrency());
  }

  private List<RejectedCandidate> rejections() {
    List<RejectedCandidate> all = new ArrayList<>();
    rejected.forEach(
        (number, block) -> {
          Asset asset = state.assets().get(number);
          all.add(
              new RejectedCandidate(
                  asset.isin(), asset.symbol(), block.rule().name(), block.reason()));
        });
    return all;
  }
}
