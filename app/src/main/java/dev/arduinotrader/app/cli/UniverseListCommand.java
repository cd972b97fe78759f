package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.Security;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All securities with the last year of their prices. */
@Command(name = "list", description = "All securities with the last year of their prices.")
final class UniverseListCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int SPARKLINE_WIDTH = 20;

  private final Invocation invocation;

  @Option(names = "--country", paramLabel = "NAME", description = "Only those of this country.")
  private @Nullable String country;

  @Option(names = "--industry", paramLabel = "NAME", description = "Only those of this industry.")
  private @Nullable String industry;

  UniverseListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** What is printed: the securities in JSON, with their years in the table. */
  private record Listed(List<Security> securities, Map<Isin, LastYear> years) {}

  @Override
  public Integer call() {
    return invocation.show(
        session ->
            SecurityFinder.all(session)
                .map(all -> all.stream().filter(this::isWanted).toList())
                .then(
                    securities ->
                        LastYear.of(session, asked(securities), TIMEOUT)
                            .map(years -> new Listed(securities, years))),
        this::print,
        Listed::securities);
  }

  /** Nobody in particular when everybody is wanted: a request names only so many. */
  private List<Isin> asked(List<Security> securities) {
    return country == null && industry == null
        ? List.of()
        : securities.stream().map(Security::isin).toList();
  }

  private boolean isWanted(Security security) {
    return (country == null || country.equalsIgnoreCase(security.country()))
        && (industry == null || industry.equalsIgnoreCase(security.industry()));
  }

  private void print(Listed listed) {
    if (listed.securities().isEmpty()) {
      invocation.console().say("No such securities. Next: trader universe import PATH");
      return;
    }
    Table table =
        new Table(
            "ISIN",
            "SYMBOL",
            "NAME",
            "COUNTRY",
            "INDUSTRY",
            "VENUE",
            "UNIT",
            "LOT",
            "LAST",
            "DATE",
            "1Y",
            "YEAR");
    for (Security security : listed.securities()) {
      LastYear year = listed.years().get(security.isin());
      table.row(
          security.isin().value(),
          security.symbol(),
          security.name(),
          security.country() == null ? "-" : security.country(),
          security.industry() == null ? "-" : security.industry(),
          security.exchange(),
          security.quoteUnit().code(),
          security.lot().toString(),
          year == null ? "-" : year.last(),
          year == null ? "-" : year.lastDate(),
          year == null ? "-" : year.change(),
          year == null ? "" : year.sparkline(SPARKLINE_WIDTH, invocation.isPlain()));
    }
    invocation.console().print(table.render());
  }
}
