package dev.arduinotrader.app.system;

import dev.arduinotrader.app.fleet.Orders;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.HaltCommand;
import dev.arduinotrader.trading.ReconcileReport;
import dev.arduinotrader.trading.TradingMode;
import dev.arduinotrader.trading.TradingModule;
import dev.arduinotrader.trading.TradingService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Halts, compares and resumes over gRPC, wherever trading and the books are called. */
public final class FleetOrders implements Orders {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final @Nullable TlsIdentity identity;
  private final TraderClock clock = SystemClock.system();
  private final Ids ids = new RandomIds();

  /** Both services at one moment. */
  private record Both(PortfolioService portfolio, TradingService trading) {}

  /**
   * @param identity what the processes are shown, null for plain text
   */
  public FleetOrders(@Nullable TlsIdentity identity) {
    this.identity = identity;
  }

  @Override
  public Result<Done> halt(Places places, String reason, Consumer<AccountId> halted) {
    return with(
        places,
        both ->
            eachAccount(
                    both,
                    account ->
                        both.trading()
                            .getMode(context(account))
                            .then(mode -> halt(both, account, mode, reason, halted)))
                .map(all -> Done.DONE));
  }

  private Result<List<Done>> halt(
      Both both, AccountId account, TradingMode before, String reason, Consumer<AccountId> halted) {
    if (before.haltReason().startsWith(TradingModule.HALTED_UNTIL_COMPARED)) {
      return Result.success(List.of());
    }
    String text =
        TradingModule.HALTED_UNTIL_COMPARED
            + reason
            + (before.halted() ? "; halted before: " + before.haltReason() : "");
    return both.trading()
        .halt(context(account), new HaltCommand(ids.nextCommandId(), text))
        .map(
            done -> {
              if (!before.halted()) {
                halted.accept(account);
              }
              return List.of();
            });
  }

  @Override
  public Result<Done> resume(Places places, List<AccountId> accounts, String reason) {
    return with(
        places,
        both -> {
          Result<Done> all = Result.success(Done.DONE);
          for (AccountId account : accounts) {
            all =
                all.then(
                    done ->
                        both.trading()
                            .resume(context(account), new HaltCommand(ids.nextCommandId(), reason))
                            .map(mode -> Done.DONE));
          }
          return all;
        });
  }

  @Override
  public Result<List<String>> compare(Places places) {
    return with(
        places,
        both ->
            eachAccount(
                both,
                account ->
                    both.trading()
                        .reconcile(context(account))
                        .map(report -> List.of(sentence(account, report)))));
  }

  private static String sentence(AccountId account, ReconcileReport report) {
    return report.differences().isEmpty()
        ? account + " agrees with its broker; it is halted until: trader resume"
        : account + " DIFFERS from its broker: " + String.join("; ", report.differences());
  }

  private <R> Result<List<R>> eachAccount(Both both, Function<AccountId, Result<List<R>>> work) {
    return both.portfolio()
        .listAccounts(context(AccountId.SHARED))
        .then(
            page -> {
              Result<List<R>> all = Result.success(new ArrayList<>());
              for (Account account : page.accounts()) {
                all =
                    all.then(
                        found ->
                            work.apply(account.accountId())
                                .map(
                                    more -> {
                                      found.addAll(more);
                                      return found;
                                    }));
              }
              return all;
            });
  }

  private <R> Result<R> with(Places places, Function<Both, Result<R>> work) {
    Channels channels = new Channels(identity);
    try {
      return work.apply(
          new Both(
              PortfolioModule.client(calls(channels, ServiceName.PORTFOLIO, places.portfolio())),
              TradingModule.client(calls(channels, ServiceName.TRADING, places.trading()))));
    } finally {
      channels.cut();
    }
  }

  private static RemoteCalls calls(Channels channels, ServiceName name, Endpoint endpoint) {
    return channels.callsTo(
        new Target(
            name.key(), endpoint.host(), endpoint.port(), ChannelSettings.withTimeout(TIMEOUT)));
  }

  private CallContext context(AccountId account) {
    return new CallContext(
        account, "migrate", ids.nextRequestId(), Deadline.after(TIMEOUT), clock.now());
  }
}
