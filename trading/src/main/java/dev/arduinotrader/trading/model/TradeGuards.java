package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.Summary;
import dev.arduinotrader.portfolio.TradeDates;
import dev.arduinotrader.portfolio.TradingGuards;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.TradeValidation.Finding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owner's guards say of a trade: how often, how much, how soon, and after what losses. */
final class TradeGuards {
  private final GateFacts facts;
  private final TradeCommand command;
  private final InvestmentPolicy policy;
  private final TradingGuards guards;
  private final List<Finding> findings = new ArrayList<>();

  private TradeGuards(GateFacts facts, InvestmentPolicy policy) {
    this.facts = facts;
    this.command = facts.command();
    this.policy = policy;
    this.guards = policy.guards();
  }

  /**
   * Everything that the guards find.
   *
   * @param value of the trade in the base currency, null when it cannot be told
   */
  static List<Finding> findings(GateFacts facts, InvestmentPolicy policy, @Nullable Money value) {
    if (facts.turn() instanceof GateFacts.Turn.Flattening) {
      return List.of();
    }
    TradeGuards checks = new TradeGuards(facts, policy);
    if (facts.turn() instanceof GateFacts.Turn.NewTrade) {
      // What counts trades counts each once; the security after its exchange is no further one.
      checks.checkPlan();
      checks.checkFrequency();
      checks.checkTurnover(value);
    }
    checks.checkDates();
    checks.checkLoss();
    return checks.findings;
  }

  private void checkPlan() {
    if (command.planHash().isEmpty()) {
      return;
    }
    Duration age = Duration.between(facts.decidedAt(), facts.now());
    if (age.compareTo(guards.planAgeMax()) > 0) {
      find(
          GateCheck.PLAN_OLD,
          "expected a plan not older than %s, found one of %s\nMaybe plan again."
              .formatted(guards.planAgeMax(), facts.decidedAt()));
    }
    facts.surroundings().past().stream()
        .filter(past -> past.stands() && past.planHash().equals(command.planHash()))
        .filter(past -> past.planStep() == command.planStep())
        .findFirst()
        .ifPresent(
            past ->
                find(
                    GateCheck.PLAN_DONE,
                    "expected step %d of plan %s once, found trade %s of %s\nMaybe plan again."
                        .formatted(
                            command.planStep(), command.planHash(), past.tradeId(), past.at())));
  }

  private void checkDates() {
    TradeDates dates = answer(facts.surroundings().dates());
    if (dates == null) {
      return;
    }
    if (command.side() == Side.BUY) {
      checkSince(
          GateCheck.BUY_COOLDOWN,
          "purchase",
          dates.lastBoughtAt(),
          policy.buyCooldownOf(command.isin()));
    } else {
      checkSince(
          GateCheck.SELL_COOLDOWN,
          "sale",
          dates.lastSoldAt(),
          policy.sellCooldownOf(command.isin()));
      checkSince(
          GateCheck.HOLD_MINIMUM, "purchase", dates.lastBoughtAt(), policy.planner().holdMin());
    }
  }

  private void checkSince(GateCheck check, String what, @Nullable Instant last, Duration wait) {
    if (last != null && last.plus(wait).isAfter(facts.now())) {
      find(
          check,
          "expected %d days since the last %s, found one of %s\nIt would pass from %s on."
              .formatted(wait.toDays(), what, last, last.plus(wait)));
    }
  }

  private void checkFrequency() {
    checkCount(Duration.ofHours(1), guards.tradesPerHourMax(), "60 minutes");
    checkCount(Duration.ofDays(1), guards.tradesPerDayMax(), "24 hours");
    checkCount(Duration.ofDays(7), guards.tradesPerWeekMax(), "7 days");
  }

  private void checkCount(Duration window, int most, String words) {
    List<PastTrade> within = within(window);
    if (within.size() >= most) {
      Instant free = within.get(within.size() - most).at().plus(window);
      find(
          GateCheck.FREQUENCY,
          "expected at most %d trades within %s, found %d before this one\nIt would pass from %s on."
              .formatted(most, words, within.size(), free));
    }
  }

  private List<PastTrade> within(Duration window) {
    Instant from = facts.now().minus(window);
    return facts.surroundings().past().stream().filter(past -> past.at().isAfter(from)).toList();
  }

  private void checkTurnover(@Nullable Money value) {
    Summary worth = answer(facts.surroundings().worth());
    if (value == null || worth == null) {
      return;
    }
    Money turned = value;
    for (PastTrade past : within(Duration.ofDays(1))) {
      Money other = answer(past.value());
      if (other == null) {
        return;
      }
      turned = turned.plus(other);
    }
    Money known = knownWorth(worth, value);
    Money most = known.times(BigDecimal.valueOf(guards.turnoverDayMax()), RoundingMode.FLOOR);
    if (turned.isGreaterThan(most)) {
      find(
          GateCheck.TURNOVER,
          "expected at most %s bought and sold within 24 hours (%s of %s), found %s with this trade"
                  .formatted(most, guards.turnoverDayMax(), known, turned)
              + "\nIt would pass once the earlier trades are a day old.");
    }
  }

  /** What surely is there: what has no known value counts as nothing, which lets less pass. */
  private static Money knownWorth(Summary worth, Money zeroOf) {
    Money known = Money.zero(zeroOf.currency());
    for (var balance : worth.balances()) {
      Money inBase = balance.totalInBase();
      known = inBase == null ? known : known.plus(inBase);
    }
    for (var position : worth.positions()) {
      Money inBase = position.valueInBase();
      known = inBase == null ? known : known.plus(inBase);
    }
    return known;
  }

  private void checkLoss() {
    Summary now = answer(facts.surroundings().worth());
    Summary before = answer(facts.surroundings().worthAtDayStart());
    if (now == null || before == null) {
      return;
    }
    switch (DayLoss.measure(before, now, facts.now())) {
      case DayLoss.Unmeasured(String why) ->
          find(GateCheck.DAY_LOSS, "the day's loss cannot be measured: " + why);
      case DayLoss.Measured(BigDecimal share) -> checkLoss(share.doubleValue());
    }
  }

  private void checkLoss(double share) {
    boolean sale = command.side() == Side.SELL;
    double most =
        sale ? Math.min(guards.lossNoSales(), guards.lossNoTrades()) : guards.lossNoTrades();
    if (share >= most) {
      find(
          GateCheck.DAY_LOSS,
          "expected a loss of the day below %.2f %% for a %s, found %.2f %%\nIt would pass tomorrow (UTC)."
              .formatted(most * 100, sale ? "sale" : "purchase", share * 100));
    }
  }

  private <T> @Nullable T answer(Result<T> asked) {
    return switch (asked) {
      case Result.Success<T>(T value) -> value;
      case Result.Failure<T>(var problem) -> {
        find(GateCheck.PORTFOLIO_UNREACHABLE, problem.toString());
        yield null;
      }
    };
  }

  private void find(GateCheck check, String message) {
    findings.add(new Finding(check.name(), message));
  }
}
