package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.ChangeSources;
import dev.arduinotrader.universe.OrderSources;
import dev.arduinotrader.universe.SourceHealth;
import dev.arduinotrader.universe.SourceKind;
import dev.arduinotrader.universe.SourceList;
import dev.arduinotrader.universe.SourceOrder;
import dev.arduinotrader.universe.SourceSetting;
import dev.arduinotrader.universe.SourceStatus;
import dev.arduinotrader.universe.SourceTest;
import dev.arduinotrader.universe.TestSource;
import dev.arduinotrader.universe.UniverseService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where prices come from. */
@Command(
    name = "sources",
    description = "Where prices come from, who is believed first, and how each source is doing.")
final class UniverseSourcesCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration TEST_TIMEOUT = Duration.ofMinutes(11);

  private final Invocation invocation;

  UniverseSourcesCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Command(name = "list", description = "All sources with their health, the most believed first.")
  int list() {
    return invocation.show(
        session -> universe(session).listSources(session.context(TIMEOUT)), this::printList);
  }

  @Command(
      name = "add",
      description = {
        "Add a source, or change the one of this name.",
        "Kinds: csv_folder, lean_folder, yahoo_chart, tradernet."
      })
  int add(
      @Parameters(paramLabel = "NAME", description = "Small letters, digits and -.") String name,
      @Option(names = "--kind", required = true, paramLabel = "KIND", description = "Its kind.")
          SourceKind kind,
      @Option(
              names = "--location",
              paramLabel = "PATH|URL",
              description = "A folder on the universe's device, or a web address.")
          @Nullable String location,
      @Option(
              names = "--public-key",
              paramLabel = "REF",
              description = "Where the key is: env:NAME or file:PATH.")
          @Nullable String publicKey,
      @Option(names = "--private-key", paramLabel = "REF", description = "The same.")
          @Nullable String privateKey,
      @Option(names = "--per-minute", paramLabel = "N", description = "Requests a minute at most.")
          @Nullable Integer perMinute,
      @Option(
              names = "--timeout",
              paramLabel = "SECONDS",
              description = "For one security, repeated attempts included.")
          @Nullable Integer timeoutSeconds) {
    String place =
        kind.isFolder() && location != null
            ? Path.of(location).toAbsolutePath().normalize().toString()
            : location;
    SourceSetting setting =
        new SourceSetting(
            name,
            kind,
            place,
            publicKey,
            privateKey,
            Objects.requireNonNullElse(perMinute, kind.requestsPerMinute()),
            timeoutSeconds == null ? kind.timeout() : Duration.ofSeconds(timeoutSeconds));
    return edit(settings -> Result.success(with(settings, setting)));
  }

  private static List<SourceSetting> with(List<SourceSetting> settings, SourceSetting setting) {
    List<SourceSetting> changed = new ArrayList<>(settings);
    changed.replaceAll(old -> old.name().equals(setting.name()) ? setting : old);
    if (!changed.contains(setting)) {
      changed.add(setting);
    }
    return changed;
  }

  @Command(name = "remove", description = "Ask a source no more; what it gave stays.")
  int remove(@Parameters(paramLabel = "NAME", description = "The source.") String name) {
    return edit(
        settings -> {
          List<SourceSetting> rest =
              settings.stream().filter(setting -> !setting.name().equals(name)).toList();
          return rest.size() == settings.size()
              ? CommonReason.NOT_FOUND.failure("expected a configured source, found '" + name + "'")
              : Result.success(rest);
        });
  }

  @Command(
      name = "order",
      description = "Say who is asked and believed first; 'file' means imported files.")
  int order(
      @Parameters(paramLabel = "NAME", arity = "1..20", description = "The most believed first.")
          List<String> names) {
    return invocation.change(
        session ->
            universe(session)
                .orderSources(
                    session.context(TIMEOUT), new OrderSources(session.nextCommandId(), names)),
        this::printOrder);
  }

  @Command(
      name = "test",
      description = "Ask a source for the last days of a security; stores no prices.")
  int test(
      @Parameters(index = "0", paramLabel = "NAME", description = "The source.") String name,
      @Parameters(index = "1", paramLabel = "SYMBOL", description = "Symbol or ISIN.")
          String symbol) {
    return invocation.change(
        session ->
            SecurityNames.isins(session, List.of(symbol))
                .then(
                    isins ->
                        universe(session)
                            .testSource(
                                session.context(TEST_TIMEOUT),
                                new TestSource(name, isins.getFirst()))),
        this::printTest);
  }

  private int edit(Function<List<SourceSetting>, Result<List<SourceSetting>>> change) {
    return invocation.change(
        session ->
            universe(session)
                .listSources(session.context(TIMEOUT))
                .then(
                    list ->
                        change
                            .apply(list.settings())
                            .then(settings -> changed(session, list.version(), settings))),
        this::printList);
  }

  private static Result<SourceList> changed(
      Session session, String version, List<SourceSetting> settings) {
    return universe(session)
        .changeSources(
            session.context(TIMEOUT),
            new ChangeSources(session.nextCommandId(), version, settings));
  }

  private static UniverseService universe(Session session) {
    return session.services().universe();
  }

  private void printList(SourceList list) {
    Console console = invocation.console();
    if (list.sources().isEmpty()) {
      console.say(
          "No sources: prices are imported, or simulated."
              + "\nNext: trader universe sources add NAME --kind yahoo_chart");
      return;
    }
    Table table = new Table("SOURCE", "KIND", "LOCATION", "STATE", "LAST SUCCESS", "LAST FAILURE");
    for (SourceStatus status : list.sources()) {
      SourceSetting setting = status.setting();
      SourceHealth health = status.health();
      table.row(
          setting.name(),
          setting.kind().name().toLowerCase(java.util.Locale.ROOT),
          setting.location() == null ? "usual" : setting.location(),
          state(health),
          time(health.lastSuccess()),
          time(health.lastFailure()));
    }
    console.print(table.render());
    for (SourceStatus status : list.sources()) {
      if (!status.health().lastFailureWhy().isEmpty()) {
        console.say(status.setting().name() + ": " + status.health().lastFailureWhy());
      }
    }
  }

  private static String state(SourceHealth health) {
    if (health.restingUntil() != null) {
      return "resting until " + time(health.restingUntil());
    }
    if (health.equals(SourceHealth.UNTRIED)) {
      return "not asked yet";
    }
    return health.isGood() ? "good" : health.failuresInARow() + " failures in a row";
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? "-" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void printOrder(SourceOrder order) {
    invocation.console().print("believed in this order: " + String.join(", ", order.chosen()));
    invocation.console().print("sources with prices: " + String.join(", ", order.stored()));
  }

  private void printTest(SourceTest test) {
    Console console = invocation.console();
    console.print(
        test.bars() == 0
            ? "no usable bar in %d ms".formatted(test.millis())
            : "%d usable bars in %d ms, the last of %s with close %s"
                .formatted(test.bars(), test.millis(), test.lastDate(), test.lastClose()));
    test.rejected().forEach(why -> console.say("left out: " + why));
  }
}
