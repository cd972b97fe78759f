package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.FundamentalsProgress;
import dev.arduinotrader.universe.FundamentalsSyncReport;
import dev.arduinotrader.universe.SyncProgress;
import dev.arduinotrader.universe.SyncReport;
import dev.arduinotrader.universe.SyncRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings prices up to date. */
@Command(
    name = "sync",
    description = {
      "Bring prices up to date from the sources, each security from the first that has it.",
      "What is stored stays when it is interrupted; the next sync goes on from there."
    })
final class UniverseSyncCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofHours(2);
  private static final int FAILURES_SHOWN_MAX = 20;

  private final Invocation invocation;

  @Option(
      names = "--only",
      paramLabel = "SYMBOL",
      split = ",",
      description = "Only these securities (symbol or ISIN), also when they are up to date.")
  private List<String> only = List.of();

  @Option(names = "--source", paramLabel = "NAME", description = "Only this source.")
  private @Nullable String source;

  @Option(
      names = "--fundamentals",
      description = "Dated facts about companies instead of prices, once a day each.")
  private boolean fundamentals;

  UniverseSyncCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (fundamentals) {
      return invocation.change(
          session -> SecurityNames.isins(session, only).then(isins -> facts(session, isins)),
          this::print);
    }
    return invocation.change(
        session -> SecurityNames.isins(session, only).then(isins -> sync(session, isins)),
        this::print);
  }

  private Result<SyncReport> sync(Session session, List<Isin> isins) {
    return session
        .services()
        .universe()
        .syncPrices(
            session.context(TIMEOUT),
            new SyncRequest(session.nextCommandId(), isins, source),
            this::show);
  }

  private Result<FundamentalsSyncReport> facts(Session session, List<Isin> isins) {
    return session
        .services()
        .universe()
        .syncFundamentals(
            session.context(TIMEOUT),
            new SyncRequest(session.nextCommandId(), isins, source),
            this::show);
  }

  private void show(FundamentalsProgress part) {
    int percent = 100 * part.securitiesDone() / Math.max(1, part.securitiesTotal());
    invocation
        .console()
        .progress(
            percent,
            "%d of %d  %s  %d values  %d failures"
                .formatted(
                    part.securitiesDone(),
                    part.securitiesTotal(),
                    part.symbol(),
                    part.valuesAdded(),
                    part.failures()));
  }

  private void print(FundamentalsSyncReport report) {
    Console console = invocation.console();
    say(report.failures());
    console.print(
        "%d new values of %d securities, %d failures%s"
            .formatted(
                report.valuesAdded(),
                report.securities(),
                report.failures().size(),
                notReached(report.remaining())));
    if (report.securities() == 0) {
      console.say(
          "No source offers dated facts. Next: trader universe fundamentals import FILE, or"
              + " universe sources add NAME ...");
    }
  }

  private void say(List<String> failures) {
    Console console = invocation.console();
    failures.stream().limit(FAILURES_SHOWN_MAX).forEach(console::say);
    int more = failures.size() - FAILURES_SHOWN_MAX;
    if (more > 0) {
      console.say("and " + more + " more failures; all of them with --output json");
    }
  }

  private static String notReached(int remaining) {
    return remaining == 0 ? "" : ", " + remaining + " securities not reached in time";
  }

  private void show(SyncProgress part) {
    int percent = 100 * part.securitiesDone() / Math.max(1, part.securitiesTotal());
    invocation
        .console()
        .progress(
            percent,
            "%d of %d  %s  %d bars  %d failures"
                .formatted(
                    part.securitiesDone(),
                    part.securitiesTotal(),
                    part.symbol(),
                    part.barsAdded(),
                    part.failures()));
  }

  private void print(SyncReport report) {
    Console console = invocation.console();
    say(report.failures());
    console.print(
        "%d new daily bars and %d quotes of %d securities, %d failures%s"
            .formatted(
                report.barsAdded(),
                report.quotes(),
                report.securities(),
                report.failures().size(),
                notReached(report.remaining())));
    if (report.securities() == 0) {
      console.say("No security has a living source. Next: trader universe sources add NAME ...");
    }
  }
}
