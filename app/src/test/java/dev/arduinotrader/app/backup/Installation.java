package dev.arduinotrader.app.backup;

import dev.arduinotrader.app.session.Services;
import dev.arduinotrader.app.system.SystemSettings;
import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.gateway.CycleCommand;
import dev.arduinotrader.gateway.CycleReport;
import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.ServicesConfig;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.sql.PostgresAccess;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.Summary;
import dev.arduinotrader.testkit.PostgresDatabaseFixture;
import dev.arduinotrader.trading.HaltCommand;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradeQuery;
import dev.arduinotrader.trading.TradingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole system without ports, in files or in a PostgreSQL database, run for one deed at a time.
 */
record Installation(Path data, @Nullable PostgresDatabaseFixture server) {
  static final AccountId ACCOUNT = AccountId.of("paper-1");
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  /** All that an owner would compare. */
  record State(List<LedgerTransaction> ledger, List<Trade> trades, int plans) {}

  static Installation inFiles(Path data) {
    return new Installation(data, null);
  }

  BackupPlace place() {
    PostgresAccess access = server == null ? null : server.access();
    return new BackupPlace(data, access, ACCOUNT);
  }

  Result<Running<TraderSystem>> start() {
    Map<String, String> environment =
        server == null ? Map.of() : Map.of("TRADER_DATABASE_URL", server.url());
    DeviceConfig device =
        DeviceConfig.defaults()
            .withDatabase(
                ConfigLoader.load(null, null, environment).orElseThrow().device().database());
    return Placement.of(device, ServicesConfig.localOn(device.id()), null)
        .then(
            placement ->
                TraderSystem.start(
                    new SystemSettings(placement, data, null, ACCOUNT, false, true, false)));
  }

  private <T> T running(Function<TraderSystem, T> deed) {
    Running<TraderSystem> running = start().orElseThrow();
    try {
      return deed.apply(running.value());
    } finally {
      running.lifecycle().stop(TIMEOUT);
    }
  }

  void deposit(String amount) {
    running(system -> deposit(system, amount));
  }

  static Summary deposit(TraderSystem system, String amount) {
    return system
        .services()
        .gateway()
        .processDeposit(
            system.context(TIMEOUT),
            new DepositCommand(system.nextCommandId(), Money.of(amount, Currency.EUR)))
        .orElseThrow();
  }

  CycleReport cycle() {
    return running(Installation::cycle);
  }

  static CycleReport cycle(TraderSystem system) {
    return system
        .services()
        .gateway()
        .triggerTradingCycle(
            system.context(TIMEOUT),
            new CycleCommand(system.nextCommandId(), false),
            ProgressSink.ignoring())
        .orElseThrow();
  }

  TradingMode mode() {
    return running(
        system -> system.services().trading().getMode(system.context(TIMEOUT)).orElseThrow());
  }

  Result<TradingMode> resume() {
    return running(
        system ->
            system
                .services()
                .trading()
                .resume(
                    system.context(TIMEOUT), new HaltCommand(system.nextCommandId(), "compared")));
  }

  State state() {
    return running(
        system -> {
          Services services = system.services();
          CallContext call = system.context(TIMEOUT);
          return new State(
              services
                  .portfolio()
                  .listLedger(call, new LedgerQuery(0, 500))
                  .orElseThrow()
                  .transactions(),
              services.trading().getTradeHistory(call, new TradeQuery(100)).orElseThrow().trades(),
              services.gateway().listPlans(call, 100).orElseThrow().plans().size());
        });
  }
}
