package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.Performance;
import dev.arduinotrader.portfolio.PerformanceQuery;
import dev.arduinotrader.portfolio.PerformanceQuery.BenchmarkPart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the account did. */
@Command(
    name = "performance",
    description = {
      "How the account did: every figure with its formula and window, or why there is none.",
      "Example: trader portfolio performance --from 2023-12-31 --benchmark IE00BK5BQT80",
      "Example: trader portfolio performance --from-file TX.csv --prices DIR --output json"
    })
final class PortfolioPerformanceCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private FileOptions files = new FileOptions();
  @Mixin private PeriodOptions period = new PeriodOptions();

  @Option(
      names = "--benchmark",
      paramLabel = "ISIN[=WEIGHT]",
      split = ",",
      description = "Compare with a security, or with several whose weights add up to 1.")
  private List<String> benchmark = new ArrayList<>();

  @Option(
      names = "--risk-free",
      paramLabel = "FRACTION",
      defaultValue = "0",
      description = "Risk-free rate a year for the ratios, such as 0.02. Default: 0.")
  private double annualRiskFree;

  PortfolioPerformanceCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return files.show(
        invocation, this::ask, this::print, performance -> PerformanceView.json(performance));
  }

  private Result<Performance> ask(Session session) {
    PerformanceQuery days = period.query(session);
    List<BenchmarkPart> parts = new ArrayList<>();
    for (String each : benchmark) {
      try {
        String[] part = each.split("=", 2);
        parts.add(
            new BenchmarkPart(
                Isin.of(part[0].strip()), part.length == 1 ? 1 : Double.parseDouble(part[1])));
      } catch (IllegalArgumentException e) {
        return Result.failure(
            Problem.invalid(
                "--benchmark",
                "expected ISIN or ISIN=WEIGHT, found '%s' (%s)".formatted(each, e.getMessage())));
      }
    }
    return session
        .services()
        .portfolio()
        .getPerformance(
            session.context(PeriodOptions.TIMEOUT),
            new PerformanceQuery(days.from(), days.to(), parts, annualRiskFree));
  }

  private void print(Performance performance) {
    invocation.console().print(PerformanceView.text(performance, invocation.isPlain()));
  }
}
