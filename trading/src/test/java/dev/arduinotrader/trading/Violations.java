package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.portfolio.TradingGuards;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.model.GateCheck;
import dev.arduinotrader.universe.BestOrders;
import dev.arduinotrader.universe.BuyRule;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.MarketPhase;
import dev.arduinotrader.universe.Security;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** For each check of the gate a world in which it speaks, and a trade against which it speaks. */
final class Violations {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String PLAN = "a-plan";

  private Violations() {}

  /**
   * One way to violate a check.
   *
   * @param wish the trade, which passes in the untouched world
   * @param spoil makes the check speak
   * @param typed changes the trade itself; what is typed so can never have been intended
   */
  record Violation(
      GateCheck check,
      Wish wish,
      Consumer<World> spoil,
      @Nullable UnaryOperator<TradeCommand> typed) {
    TradeCommand command(World world) {
      return wish.of(world);
    }
  }

  /** A trade in a world that holds 15 Siemens, bought and sold minutes ago, and much cash. */
  private record Wish(Side side, Isin isin, long quantity, @Nullable String limit, String plan) {
    TradeCommand of(World world) {
      TradeCommand plain =
          side == Side.BUY ? world.buy(isin, quantity) : world.sell(isin, quantity);
      return new TradeCommand(
          plain.commandId(),
          isin,
          side,
          plain.quantity(),
          limit == null ? null : Price.of(limit, plain.estimatedPrice().unit()),
          plain.estimatedPrice(),
          plain.reason(),
          plan,
          plan.isEmpty() ? 0 : 1);
    }
  }

  private static final Wish BUY = new Wish(Side.BUY, World.SIEMENS, 10, null, "");
  private static final Wish SELL = new Wish(Side.SELL, World.SIEMENS, 10, null, "");
  private static final Wish FOREIGN = new Wish(Side.BUY, World.APPLE, 10, null, "");
  private static final Wish LIMITED = new Wish(Side.BUY, World.SIEMENS, 10, "50.57", "");
  private static final Wish PLANNED = new Wish(Side.BUY, World.SIEMENS, 10, null, PLAN);

  static List<Violation> all() {
    return List.of(
        of(GateCheck.MODE, BUY, world -> mode(world, Mode.RESEARCH)),
        of(GateCheck.HALTED, BUY, Violations::halt),
        of(GateCheck.HALT_FILE, BUY, Violations::haltFile),
        of(GateCheck.EPOCH_OLD, BUY, world -> world.outdated = true),
        of(GateCheck.RECONCILE_FIRST, BUY, Violations::silentBroker),
        of(GateCheck.CLOCK, BUY, world -> world.clock.advance(Duration.ofMinutes(-10))),
        of(GateCheck.PORTFOLIO_UNREACHABLE, BUY, world -> world.portfolio.unreachable()),
        of(GateCheck.UNIVERSE_UNREACHABLE, BUY, world -> world.universe.unreachable()),
        of(GateCheck.BOOKS_BEHIND, BUY, world -> world.portfolio.unconfirmed(1)),
        typed(GateCheck.SECURITY_UNKNOWN, command -> with(command, Isin.of("US5949181045"))),
        of(
            GateCheck.MARKET_UNKNOWN,
            BUY,
            world -> world.universe.market("XNAS", MarketPhase.UNKNOWN, BuyRule.FLEXIBLE)),
        of(
            GateCheck.MARKET_CLOSED,
            SELL,
            world -> world.universe.market("XNAS", MarketPhase.CLOSED, BuyRule.FLEXIBLE)),
        of(GateCheck.NOT_TRADABLE, BUY, world -> siemens(world, "EUR", Lot.ONE, null, false)),
        of(
            GateCheck.ACTION_PENDING,
            BUY,
            world ->
                world.universe.action(
                    new CorporateAction.Split(
                        World.SIEMENS,
                        LocalDate.of(2026, 3, 5),
                        2,
                        1,
                        new CorporateAction.Announcement("test", World.START.minus(WEEK))))),
        of(GateCheck.NOT_ALLOWED, BUY, Violations::unmanaged),
        of(GateCheck.REDUCE_ONLY, BUY, Violations::reduce),
        of(GateCheck.ORDER_TYPE, BUY, world -> takes(world, OrderType.MARKET, TimeInForce.GTC)),
        of(GateCheck.ORDER_TIME, BUY, world -> takes(world, OrderType.LIMIT, TimeInForce.DAY)),
        typed(GateCheck.QUANTITY, command -> with(command, Quantity.ZERO)),
        of(GateCheck.LOT, BUY, world -> siemens(world, "EUR", Lot.of("3"), null, true)),
        of(GateCheck.PRICE_UNIT, BUY, world -> siemens(world, "USD", Lot.ONE, null, true)),
        of(GateCheck.TICK, LIMITED, world -> siemens(world, "EUR", Lot.ONE, "0.1", true)),
        of(GateCheck.PRICE_MISSING, BUY, world -> world.clock.moveTo(World.START.minus(YEAR))),
        of(GateCheck.PRICE_OLD, BUY, Violations::shortMemory),
        of(
            GateCheck.PRICE_MOVED,
            BUY,
            world -> world.quotes(world.clock.now(), "100", "195.34", "60")),
        of(
            GateCheck.PRICE_BAND,
            BUY,
            world ->
                world.universe.closesUntil(World.SIEMENS, LocalDate.of(2026, 3, 3), 500, 500, 500)),
        of(
            GateCheck.SPREAD,
            BUY,
            world ->
                world.universe.quote(
                    World.SIEMENS,
                    "50",
                    world.clock.now(),
                    new BestOrders(BigDecimal.valueOf(49), BigDecimal.valueOf(51)))),
        of(
            GateCheck.RATE_MISSING,
            FOREIGN,
            world -> world.clock.moveTo(World.START.minus(Duration.ofDays(1)))),
        of(GateCheck.RATE_OLD, FOREIGN, Violations::shortMemory),
        of(
            GateCheck.OPEN_ORDER,
            BUY,
            world -> OtherOrders.open(world, world.buy(World.SIEMENS, 5), null)),
        of(
            GateCheck.HELD_QUANTITY,
            SELL,
            world -> OtherOrders.open(world, world.sell(World.SIEMENS, 6), null)),
        of(GateCheck.BUY_COOLDOWN, BUY, Violations::longWaits),
        of(GateCheck.SELL_COOLDOWN, SELL, Violations::longWaits),
        of(GateCheck.HOLD_MINIMUM, SELL, Violations::longWaits),
        of(
            GateCheck.CASH,
            BUY,
            world ->
                OtherOrders.open(
                    world, world.buy(World.BARCLAYS, 5), Money.of("29200.00", Currency.EUR))),
        of(GateCheck.ORDER_VALUE, BUY, world -> limits(world, "100.00", WEEK)),
        of(GateCheck.MINIMUM_TICKET, BUY, world -> guards(world, 100, 10, 1, 0.0021)),
        of(GateCheck.FREQUENCY, BUY, world -> guards(world, 1, 10, 1, 0.01)),
        of(GateCheck.TURNOVER, BUY, world -> guards(world, 100, 0.03, 1, 0.01)),
        of(GateCheck.DAY_LOSS, BUY, world -> guards(world, 100, 10, 0, 0.01)),
        of(GateCheck.PLAN_OLD, PLANNED, Violations::twoHoursLater),
        of(
            GateCheck.PLAN_DONE,
            PLANNED,
            world ->
                OtherOrders.open(
                    world, new Wish(Side.BUY, World.BARCLAYS, 5, null, PLAN).of(world), null)));
  }

  private static Violation of(GateCheck check, Wish wish, Consumer<World> spoil) {
    return new Violation(check, wish, spoil, null);
  }

  /** From now on the broker takes this one type and this one time only. */
  private static void takes(World world, OrderType type, TimeInForce time) {
    BrokerAbilities before = world.broker.abilities();
    world.broker.promising(
        new BrokerAbilities(
            before.name(),
            before.clientIds(),
            before.fills(),
            Set.of(type),
            Set.of(time),
            before.exchangesCurrencies(),
            before.absencesForProof()));
  }

  private static Violation typed(GateCheck check, UnaryOperator<TradeCommand> typed) {
    return new Violation(check, BUY, world -> {}, typed);
  }

  private static TradeCommand with(TradeCommand command, Quantity quantity) {
    return with(command, command.isin(), quantity);
  }

  private static TradeCommand with(TradeCommand command, Isin isin) {
    return with(command, isin, command.quantity());
  }

  private static TradeCommand with(TradeCommand command, Isin isin, Quantity quantity) {
    return new TradeCommand(
        command.commandId(),
        isin,
        command.side(),
        quantity,
        command.limit(),
        command.estimatedPrice(),
        command.reason(),
        command.planHash(),
        command.planStep());
  }

  private static void mode(World world, Mode mode) {
    world.trading().setMode(world.now(), new SetMode(world.nextCommand(), mode)).orElseThrow();
  }

  private static void halt(World world) {
    world.trading().halt(world.now(), new HaltCommand(world.nextCommand(), "why")).orElseThrow();
  }

  private static void reduce(World world) {
    world
        .store()
        .write(
            book -> {
              book.setReduceOnly(world.now().account(), "why", world.clock.now());
              return true;
            });
  }

  private static void haltFile(World world) {
    try {
      Files.writeString(world.directory.resolve(TradingModule.HALT_FILE), "why");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void siemens(
      World world, String unit, Lot lot, @Nullable String tick, boolean tradable) {
    QuoteUnit quoteUnit = QuoteUnit.of(unit);
    Security known = world.universe.getSecurity(world.now(), World.SIEMENS).orElseThrow();
    world.universe.with(
        new Security(
            known.isin(),
            known.symbol(),
            known.name(),
            known.productType(),
            known.country(),
            known.industry(),
            known.exchange(),
            quoteUnit,
            lot,
            tick == null ? null : Price.of(tick, quoteUnit),
            tradable,
            known.simulated()));
  }

  private static void silentBroker(World world) {
    world.broker.failing(FaultyBroker.Fault.STATEMENT_LOST);
    world.trading().reconcile(world.now());
  }

  static void unmanaged(World world) {
    SecurityWish wish = new SecurityWish(World.SIEMENS, true, true, false, 1.0, null, null, "");
    InvestmentPolicy policy = Unguarded.policy();
    world.portfolio.policy(
        new InvestmentPolicy(
            policy.costs(),
            policy.limits(),
            policy.planner(),
            policy.scoring(),
            policy.optimizer(),
            policy.cashReserve(),
            policy.autonomy(),
            List.of(wish),
            policy.guards()));
  }

  /** Nothing that was said longer ago than half a minute counts. */
  private static void shortMemory(World world) {
    world.clock.advance(Duration.ofMinutes(1));
    limits(world, "20000.00", Duration.ofSeconds(30));
  }

  private static void limits(World world, String orderValueMax, Duration priceAgeMax) {
    InvestmentPolicy policy = Unguarded.policy();
    InvestmentPolicy.Limits limits = policy.limits();
    world.portfolio.policy(
        new InvestmentPolicy(
            policy.costs(),
            new InvestmentPolicy.Limits(
                limits.securityWeightMax(),
                limits.countryWeightMax(),
                limits.industryWeightMax(),
                Money.of(orderValueMax, Currency.EUR),
                limits.tradesPerCycleMax(),
                priceAgeMax),
            policy.planner(),
            policy.scoring(),
            policy.optimizer(),
            policy.cashReserve(),
            policy.autonomy(),
            policy.wishes(),
            policy.guards()));
  }

  /** Plans are good for an hour. */
  private static void twoHoursLater(World world) {
    guards(world, 100, 10, 1, 0.01);
    world.clock.advance(Duration.ofHours(2));
  }

  private static void longWaits(World world) {
    world.portfolio.policy(Unguarded.with(Unguarded.policy().guards(), MONTH));
  }

  private static void guards(
      World world, int perHour, double turnover, double loss, double costShare) {
    TradingGuards guards =
        new TradingGuards(perHour, 1_000, 1_000, turnover, 1, loss, Duration.ofHours(1), costShare);
    world.portfolio.policy(Unguarded.with(guards, Duration.ZERO));
  }
}
