package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.Pauses;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.trading.broker.AccountBrokers;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.PaperCash;
import dev.arduinotrader.trading.broker.UnusableBroker;
import dev.arduinotrader.trading.broker.alpaca.AlpacaConnection;
import dev.arduinotrader.trading.broker.faults.Rehearsal;
import dev.arduinotrader.trading.broker.paper.PaperBroker;
import dev.arduinotrader.trading.broker.tradernet.TradernetConnection;
import dev.arduinotrader.trading.store.TradingStore;
import dev.arduinotrader.universe.UniverseService;
import java.util.Map;

/**
 * The brokers that an owner chose: the paper broker, and beside it one that the setting names.
 *
 * @param connection to be closed when trading ends
 */
record ConfiguredBrokers(Broker broker, PaperCash till, Runnable connection) {
  /** The setting that names a broker beside the paper broker. */
  static final String SETTING = "TRADER_BROKER";

  /** Wrong settings leave no account a broker: nothing is sent, and every question says why. */
  static ConfiguredBrokers from(
      Map<String, String> environment,
      PaperBroker paper,
      TradingStore store,
      UniverseService universe,
      TraderClock clock) {
    return switch (Rehearsal.of(environment, paper)) {
      case Result.Success<Broker>(Broker line) ->
          beside(line, environment, paper, store, universe, clock);
      case Result.Failure<Broker>(Problem problem) -> unusable("paper", problem);
    };
  }

  private static ConfiguredBrokers beside(
      Broker line,
      Map<String, String> environment,
      PaperBroker paper,
      TradingStore store,
      UniverseService universe,
      TraderClock clock) {
    String name = environment.getOrDefault(SETTING, "paper");
    return switch (name) {
      case "paper" -> new ConfiguredBrokers(line, paper, () -> {});
      case "tradernet" ->
          switch (TradernetConnection.from(environment)) {
            case Result.Success<TradernetConnection>(TradernetConnection connection) -> {
              Broker tradernet = connection.broker(store, universe, clock, Pauses.real());
              AccountBrokers brokers =
                  new AccountBrokers(Map.of(connection.account(), tradernet), line, paper);
              yield new ConfiguredBrokers(brokers, brokers, connection::close);
            }
            case Result.Failure<TradernetConnection>(Problem problem) -> unusable(name, problem);
          };
      case "alpaca" ->
          switch (AlpacaConnection.from(environment)) {
            case Result.Success<AlpacaConnection>(AlpacaConnection connection) -> {
              Broker alpaca = connection.broker(universe, clock, Pauses.real());
              AccountBrokers brokers =
                  new AccountBrokers(Map.of(connection.account(), alpaca), line, paper);
              yield new ConfiguredBrokers(brokers, brokers, connection::close);
            }
            case Result.Failure<AlpacaConnection>(Problem problem) -> unusable(name, problem);
          };
      default ->
          unusable(
              "none",
              CommonReason.INVALID_ARGUMENT.problem(
                  "expected paper, tradernet or alpaca as %s, found '%s'"
                      .formatted(SETTING, name)));
    };
  }

  private static ConfiguredBrokers unusable(String name, Problem problem) {
    UnusableBroker broker = new UnusableBroker(name, problem);
    return new ConfiguredBrokers(broker, broker, () -> {});
  }
}
