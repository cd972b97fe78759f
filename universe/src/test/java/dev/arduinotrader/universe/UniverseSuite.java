package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A universe service on a directory of its own, reached in the way of a subclass. */
abstract class UniverseSuite {
  static final CallContext AFTER_ALL = duringAllTests("2023-05-30T22:00:00Z");

  final MovedClock clock = MovedClock.at("2026-11-22T12:00:00Z");
  Path directory;
  UniverseModule module;
  UniverseService service;

  /** A call decided at an instant, whose deadline is beyond the last test of a slow machine. */
  static CallContext duringAllTests(String decisionTime) {
    return new CallContext(
        Contexts.ACCOUNT,
        "test",
        RequestId.of("req-test"),
        Deadline.after(Duration.ofMinutes(10)),
        Instant.parse(decisionTime));
  }

  /** The service in the way of this suite. */
  abstract UniverseService reach(UniverseService local);

  /** Ends what {@link #reach} began. */
  abstract void leave();

  @BeforeEach
  void open(@TempDir Path temporary) {
    directory = temporary;
    MigratedFile.copyTo(directory);
    module = UniverseModule.open(UniverseSettings.in(directory), clock).orElseThrow();
    service = reach(module.local());
  }

  @AfterEach
  void close() {
    leave();
    module.close();
  }

  Result<ImportReport> importing(String command, Path path) {
    return service.importPrices(
        AFTER_ALL,
        new ImportRequest(SmallMarket.command(command), path.toString()),
        ProgressSink.ignoring());
  }

  void importSmallMarket() {
    importing("import-1", SmallMarket.folder(directory)).orElseThrow();
  }

  List<SecurityHistory> histories(String now, HistoryRequest request) {
    Collected<SecurityHistory> sink = new Collected<>();
    service.getPriceHistories(Contexts.at(now), request, sink).orElseThrow();
    return sink.parts();
  }

  SecurityHistory history(String now, Isin isin, @Nullable Currency currency) {
    return histories(now, new HistoryRequest(List.of(isin), 100, currency)).getFirst();
  }

  /** The first events after a number; waits for so many of them. */
  List<ServiceEvent> events(long after, int count) {
    Collected<ServiceEvent> sink = new Collected<>(count);
    service.watchEvents(AFTER_ALL, after, sink);
    return sink.parts();
  }
}
