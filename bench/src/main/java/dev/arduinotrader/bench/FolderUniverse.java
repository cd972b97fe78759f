package dev.arduinotrader.bench;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.server.GrpcHost;
import dev.arduinotrader.platform.server.HostSettings;
import dev.arduinotrader.platform.server.HostedService;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.universe.ChangeSources;
import dev.arduinotrader.universe.ImportRequest;
import dev.arduinotrader.universe.SourceKind;
import dev.arduinotrader.universe.SourceSetting;
import dev.arduinotrader.universe.TestSource;
import dev.arduinotrader.universe.UniverseModule;
import dev.arduinotrader.universe.UniverseQuery;
import dev.arduinotrader.universe.UniverseService;
import dev.arduinotrader.universe.UniverseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * A universe of its own, whose one security has a folder as its source: the sample market, in which
 * everything else is measured, has no source that could be tested.
 */
final class FolderUniverse implements AutoCloseable {
  private static final int DAYS = 1_000;
  private static final String SOURCE = "bench";

  private final UniverseModule module;
  private final GrpcHost host;
  private final UniverseService local;

  private FolderUniverse(UniverseModule module, GrpcHost host) {
    this.module = module;
    this.host = host;
    this.local = AllServices.guarded(module.local());
  }

  static FolderUniverse open() throws IOException {
    Path folder = Files.createTempDirectory("trader-bench-source");
    Path files = Files.createDirectories(folder.resolve("files"));
    LocalDate today = LocalDate.ofInstant(SystemClock.system().now(), ZoneOffset.UTC);
    Files.writeString(
        files.resolve("securities.csv"),
        """
        symbol,isin,name,country,industry,exchange,currency,quote_unit,lot
        B001,,Bench,Germany,,XETR,EUR,EUR,1
        """);
    Files.writeString(files.resolve("B001.csv"), bars(today));
    UniverseModule module =
        UniverseModule.open(UniverseSettings.in(folder), SystemClock.system()).orElseThrow();
    UniverseService universe = module.local();
    universe
        .importPrices(
            CallBenchmark.context(),
            new ImportRequest(CommandId.of("bench-import"), files.toString()),
            ProgressSink.ignoring())
        .orElseThrow();
    universe
        .changeSources(
            CallBenchmark.context(),
            new ChangeSources(
                CommandId.of("bench-sources"),
                universe.listSources(CallBenchmark.context()).orElseThrow().version(),
                List.of(SourceSetting.of(SOURCE, SourceKind.CSV_FOLDER, files.toString()))))
        .orElseThrow();
    return new FolderUniverse(module, host(universe));
  }

  private static String bars(LocalDate today) {
    StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
    for (LocalDate day = today.minusDays(DAYS); day.isBefore(today); day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        double close = 50 + day.getDayOfYear() / 100.0;
        text.append(
            String.format(
                Locale.ROOT, "%s,%.2f,%.2f,%.2f,%.2f,1000%n", day, close, close, close, close));
      }
    }
    return text.toString();
  }

  private static GrpcHost host(UniverseService universe) {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "universe",
                        UniverseModule.GRPC_NAME,
                        0,
                        UniverseModule.server(universe),
                        new ConcurrencyLimit(10))),
                HostSettings.on("127.0.0.1"),
                SystemClock.system(),
                new RandomIds())
            .orElseThrow();
    host.publish();
    return host;
  }

  /** In this process, behind its guard. */
  UniverseService local() {
    return local;
  }

  /** At its port on loopback. */
  UniverseService overGrpc(Channels channels) {
    return UniverseModule.client(
        channels.callsTo(
            new Target(
                "universe",
                "127.0.0.1",
                host.port("universe"),
                ChannelSettings.withTimeout(Duration.ofSeconds(30)))));
  }

  /** The question whether the folder has fresh prices of the security. */
  ReadMethods.Read testSource() {
    Isin isin =
        local
            .getUniverse(CallBenchmark.context(), UniverseQuery.first())
            .orElseThrow()
            .securities()
            .getFirst()
            .isin();
    TestSource test = new TestSource(SOURCE, isin);
    return (all, context) -> all.universe().testSource(context, test);
  }

  @Override
  public void close() {
    host.close();
    module.close();
  }
}
