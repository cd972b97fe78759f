package dev.arduinotrader.app.cli;

import dev.arduinotrader.universe.SecurityDetails;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One security with the origin of every fact. */
@Command(name = "show", description = "One security: its facts, who states them, its last year.")
final class UniverseShowCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int SPARKLINE_WIDTH = 60;

  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "An ISIN, symbol or alias.")
  private String identifier = "";

  UniverseShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  private record Shown(SecurityDetails details, @Nullable LastYear year) {}

  @Override
  public Integer call() {
    return invocation.show(
        session ->
            SecurityFinder.find(session, identifier)
                .then(
                    details ->
                        LastYear.of(session, List.of(details.security().isin()), TIMEOUT)
                            .map(
                                years -> new Shown(details, years.get(details.security().isin())))),
        this::print,
        Shown::details);
  }

  private void print(Shown shown) {
    invocation.console().print(SecurityView.text(shown.details()));
    LastYear year = shown.year();
    if (year == null) {
      invocation.console().print("\nNo prices are known.");
    } else {
      invocation
          .console()
          .print(
              "%nLast year until %s: %s %s, %s%n%s"
                  .formatted(
                      year.lastDate(),
                      year.last(),
                      year.unit(),
                      year.change(),
                      year.sparkline(SPARKLINE_WIDTH, invocation.isPlain())));
    }
  }
}
