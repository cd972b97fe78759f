package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.FindingPage;
import dev.arduinotrader.universe.FindingQuery;
import dev.arduinotrader.universe.ImportFinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was wrong with the prices that were imported. */
@Command(
    name = "findings",
    description = "What was wrong with the imported prices, and what was done about it.")
final class UniverseFindingsCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Invocation invocation;

  @Option(
      names = "--series",
      paramLabel = "ISIN",
      description = "Only those of an ISIN, or of a pair such as EUR/USD.")
  private @Nullable String series;

  @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind, such as SPIKE.")
  private @Nullable String kind;

  @Option(names = "--import", paramLabel = "NUMBER", description = "Only those of this import.")
  private @Nullable Long importNumber;

  @Option(
      names = "--limit",
      paramLabel = "COUNT",
      defaultValue = "200",
      description = "At most so many (${DEFAULT-VALUE}).")
  private int limit;

  UniverseFindingsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.withSession(
        dev.arduinotrader.app.session.SessionOpener.Access.READ,
        session -> found(session).map(this::print));
  }

  private Result<List<ImportFinding>> found(Session session) {
    List<ImportFinding> all = new ArrayList<>();
    FindingQuery query =
        new FindingQuery(
            series,
            kind == null ? null : kind.toUpperCase(Locale.ROOT),
            importNumber,
            null,
            Math.min(limit, FindingQuery.LIMIT_MAX));
    while (true) {
      switch (session.services().universe().listFindings(session.context(TIMEOUT), query)) {
        case Result.Failure<FindingPage>(Problem problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<FindingPage>(FindingPage page) -> {
          all.addAll(page.findings());
          if (page.next() == null || all.size() >= limit) {
            return Result.success(all.subList(0, Math.min(limit, all.size())));
          }
          query = query.page(page.next());
        }
      }
    }
  }

  private int print(List<ImportFinding> found) {
    switch (invocation.options().output) {
      case JSON -> invocation.console().json(found.stream().map(this::json).toList());
      case TABLE -> {
        if (found.isEmpty()) {
          invocation.console().say("Nothing was found wrong with the imported prices.");
        } else {
          invocation
              .console()
              .print(
                  PriceFindingView.table(
                      found.stream().map(ImportFinding::finding).toList(), true));
          if (found.size() == limit) {
            invocation.console().say("Only the first " + limit + " are shown: --limit COUNT");
          }
        }
      }
    }
    return ExitCode.OK;
  }

  private Map<String, @Nullable Object> json(ImportFinding found) {
    Map<String, @Nullable Object> json =
        new LinkedHashMap<>(PriceFindingView.json(found.finding()));
    json.put("import", found.importNumber());
    json.put("source", found.source());
    json.put("found_at", found.foundAt().toString());
    return json;
  }
}
