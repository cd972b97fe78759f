package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.BatchResult.Outcome;
import dev.arduinotrader.trading.TradeValidation.Finding;
import dev.arduinotrader.trading.Violations.Violation;
import dev.arduinotrader.trading.desk.FaultPoints;
import dev.arduinotrader.trading.model.GateCheck;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of the gate is violated on every path to an order, and nothing is sent. */
class EveryCheckTest {
  /** Stands for the death of the process. */
  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What only lets an order wait that is stored already. */
  private static final Set<GateCheck> LETS_WAIT =
      EnumSet.of(
          GateCheck.BOOKS_BEHIND,
          GateCheck.RECONCILE_FIRST,
          GateCheck.PORTFOLIO_UNREACHABLE,
          GateCheck.UNIVERSE_UNREACHABLE,
          GateCheck.MARKET_CLOSED);

  static Stream<Violation> violations() {
    return Violations.all().stream();
  }

  static Stream<Violation> ofStoredTrades() {
    return violations().filter(violation -> violation.typed() == null);
  }

  @Test
  void noCheckIsWithoutAViolation() {
    assertThat(violations().map(Violation::check)).containsExactlyInAnyOrder(GateCheck.values());
  }

  @ParameterizedTest
  @MethodSource("ofStoredTrades")
  void inTheUntouchedWorldTheTradePasses(Violation violation, @TempDir Path directory) {
    try (World world = world(directory)) {
      TradeCommand command = violation.command(world);
      assertThat(validate(world, command)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("violations")
  void askedExecutedAndExecutedInABatch(Violation violation, @TempDir Path directory) {
    try (World world = world(directory)) {
      CallContext decided = world.now();
      TradeCommand command = typed(violation, world);
      violation.spoil().accept(world);
      int sent = world.broker.submitted().size();
      CallContext context = violation.check() == GateCheck.PLAN_OLD ? decided : world.now();

      TradeValidation asked = world.trading().validateTrade(context, command).orElseThrow();
      assertThat(asked.findings()).extracting(Finding::code).contains(violation.check().name());
      Trade done = world.trading().executeTrade(context, command).orElseThrow();
      assertThat(done.state()).isEqualTo(OrderState.DENIED);
      assertThat(done.message()).contains(violation.check().name() + ": ");
      TradeBatch batch = new TradeBatch(List.of(command.named(world.nextCommand())), false);
      BatchResult all = world.trading().batchExecuteTrades(context, batch).orElseThrow();
      assertThat(all.outcomes().getFirst())
          .isInstanceOfSatisfying(
              Outcome.Traded.class,
              one -> assertThat(one.trade().message()).contains(violation.check().name() + ": "));
      assertThat(world.broker.submitted()).hasSize(sent);
    }
  }

  @ParameterizedTest
  @MethodSource("ofStoredTrades")
  void carriedOnAfterACrash(Violation violation, @TempDir Path directory) {
    try (World world = world(directory)) {
      TradeCommand command = violation.command(world);
      world.forget(dyingAfterTheIntent());
      assertThatThrownBy(() -> world.execute(command)).isInstanceOf(Died.class);
      world.forget(FaultPoints.none());
      violation.spoil().accept(world);
      int sent = world.broker.submitted().size();

      ((LocalTradingService) world.trading()).carryOn(world.now(), false);

      assertThat(world.broker.submitted()).hasSize(sent);
      Trade trade = stored(world, command);
      if (LETS_WAIT.contains(violation.check())) {
        assertThat(trade.state()).isEqualTo(OrderState.INTENDED);
      } else {
        assertThat(trade.state()).isEqualTo(OrderState.DENIED);
        assertThat(trade.message()).contains(violation.check().name() + ": ");
      }
    }
  }

  /** It holds 15 Siemens after a purchase and a sale, and some 29,000 EUR. */
  private static World world(Path directory) {
    World world = new World(directory).deposit("30000.00");
    world.execute(world.buy(World.SIEMENS, 20));
    world.aMinute().reconcile();
    world.execute(world.sell(World.SIEMENS, 5));
    world.aMinute().reconcile();
    return world;
  }

  private static TradeCommand typed(Violation violation, World world) {
    TradeCommand command = violation.command(world);
    return violation.typed() == null ? command : violation.typed().apply(command);
  }

  private static List<Finding> validate(World world, TradeCommand command) {
    return world.trading().validateTrade(world.now(), command).orElseThrow().findings();
  }

  private static Trade stored(World world, TradeCommand command) {
    return world.trades().stream()
        .filter(trade -> trade.commandId().equals(command.commandId()))
        .findFirst()
        .orElseThrow();
  }

  private static FaultPoints dyingAfterTheIntent() {
    return step -> {
      if (step == FaultPoints.Step.AFTER_INTENT) {
        throw new Died();
      }
    };
  }
}
