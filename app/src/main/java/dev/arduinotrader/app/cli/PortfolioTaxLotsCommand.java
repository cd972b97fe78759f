package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.BooksFile;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.LotMethod;
import dev.arduinotrader.portfolio.TaxLotReport;
import dev.arduinotrader.portfolio.TaxLots;
import dev.arduinotrader.universe.FxRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a tax office wants to know about a year. */
@Command(
    name = "tax-lots",
    description = {
      "Sales of a year lot by lot with their gains in the base currency at the rates of their days,"
          + " dividends, withheld tax, interest and costs. Days are UTC. A worksheet, not advice.",
      "Example: trader portfolio tax-lots --year 2025 --csv > 2025.csv"
    })
final class PortfolioTaxLotsCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final String SIMULATED = "sample-market";

  private final Invocation invocation;

  @Mixin private FileOptions files = new FileOptions();

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      required = true,
      description = "A calendar year such as 2025.")
  private int year;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "FIRST_IN_FIRST_OUT",
      description =
          "Which units a sale takes first: FIRST_IN_FIRST_OUT, AVERAGE or HIGHEST_COST."
              + " Default: FIRST_IN_FIRST_OUT.")
  private LotMethod method = LotMethod.FIRST_IN_FIRST_OUT;

  @Option(names = "--csv", description = "Print the sales as CSV.")
  private boolean csv;

  PortfolioTaxLotsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return files.show(invocation, this::report, this::print, report -> report);
  }

  private Result<TaxLotReport> report(Session session) {
    return BooksPages.account(session)
        .then(
            account ->
                BooksPages.movements(session)
                    .then(
                        movements ->
                            TaxLots.report(
                                movements,
                                account.baseCurrency(),
                                year,
                                method,
                                (base, quote, at) -> rate(session, account, base, quote, at))));
  }

  private static Result<Optional<FxRate>> rate(
      Session session, Account account, Currency base, Currency quote, Instant at) {
    CallContext now = session.context(TIMEOUT);
    Instant known = at.isAfter(now.decisionTime()) ? now.decisionTime() : at;
    return session
        .services()
        .universe()
        .getFxRates(now.withDecisionTime(known), new FxRequest(base, List.of(quote), null))
        .map(rates -> rates.rates().stream().filter(rate -> isFor(account, rate)).findFirst());
  }

  /** Rates of the sample market are made up: they say nothing about money that is real. */
  private static boolean isFor(Account account, FxRate rate) {
    boolean isReal =
        account.environment() == Environment.LIVE || account.broker().equals(BooksFile.BROKER);
    return !isReal || !rate.source().contains(SIMULATED);
  }

  private void print(TaxLotReport report) {
    invocation.console().print(csv ? TaxLotsView.csv(report) : TaxLotsView.text(report));
    if (report.unknown().stream().anyMatch(each -> each.startsWith("no rate"))) {
      invocation
          .console()
          .say("Maybe import rates: trader universe import DIR, or --prices DIR with --from-file.");
    }
    if (csv) {
      report.unknown().forEach(each -> invocation.console().say("unknown: " + each));
    }
  }
}
