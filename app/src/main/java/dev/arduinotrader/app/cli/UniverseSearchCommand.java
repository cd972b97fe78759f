package dev.arduinotrader.app.cli;

import dev.arduinotrader.universe.SearchRequest;
import dev.arduinotrader.universe.SecurityMatch;
import dev.arduinotrader.universe.SecurityMatches;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds securities by what a person types. */
@Command(
    name = "search",
    description = "Find securities by ISIN, symbol, alias or name; small mistakes are forgiven.")
final class UniverseSearchCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "TEXT", arity = "1..*", description = "What to look for.")
  private List<String> words = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 20.")
  private int limit = 20;

  @Option(names = "--removed", description = "Also securities that were removed.")
  private boolean removed;

  UniverseSearchCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.show(
        session ->
            session
                .services()
                .universe()
                .searchSecurities(
                    session.context(SecurityFinder.TIMEOUT),
                    new SearchRequest(String.join(" ", words), limit, removed)),
        this::print);
  }

  private void print(SecurityMatches found) {
    if (found.matches().isEmpty()) {
      invocation.console().say("Nothing like it. All securities: trader universe list");
      return;
    }
    Table table = new Table("ISIN", "SYMBOL", "NAME", "VENUE", "UNIT", "FOUND", "AS");
    for (SecurityMatch match : found.matches()) {
      table.row(
          match.security().isin().value(),
          match.security().symbol(),
          match.security().name() + (match.removed() ? " (removed)" : ""),
          match.security().exchange(),
          match.security().quoteUnit().code(),
          match.matched(),
          match.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    invocation.console().print(table.render());
    if (found.total() > found.matches().size()) {
      invocation
          .console()
          .say("%d more; see --limit".formatted(found.total() - found.matches().size()));
    }
  }
}
