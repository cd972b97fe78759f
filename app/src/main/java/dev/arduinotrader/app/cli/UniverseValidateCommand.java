package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.PriceFileCheck;
import dev.arduinotrader.universe.PriceFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a file of prices without a running system and without storing anything. */
@Command(
    name = "validate",
    description = {
      "Check one security's prices: rows with Date or Datetime, Close, and perhaps Open, High,"
          + " Low, Adj Close, Volume, Dividends and Stock Splits.",
      "Nothing is stored; what is certain is repaired, everything else is flagged."
    })
final class UniverseValidateCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "FILE", description = "CSV, also packed (gz, zip).")
  private Path file = Path.of("");

  @Option(
      names = "--quote-unit",
      paramLabel = "UNIT",
      description = "What the prices are counted in, such as EUR or GBX.")
  private @Nullable String quoteUnit;

  @Option(
      names = "--repaired",
      paramLabel = "OUT.csv",
      description = "Write the repaired prices here, with the columns of FILE.")
  private @Nullable Path repaired;

  UniverseValidateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    QuoteUnit unit;
    try {
      unit = quoteUnit == null ? null : QuoteUnit.of(quoteUnit);
    } catch (IllegalArgumentException e) {
      return invocation
          .console()
          .fail(Problem.invalid("--quote-unit", String.valueOf(e.getMessage())));
    }
    return switch (PriceFileCheck.of(file, unit)) {
      case Result.Failure<PriceFileCheck>(Problem problem) -> invocation.console().fail(problem);
      case Result.Success<PriceFileCheck>(PriceFileCheck check) -> {
        if (repaired != null) {
          Files.writeString(repaired, check.repairedText());
        }
        switch (invocation.options().output) {
          case TABLE -> print(check);
          case JSON -> invocation.console().json(json(check));
        }
        yield ExitCode.OK;
      }
    };
  }

  private static Map<String, Object> json(PriceFileCheck check) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", check.file());
    json.put("interval", check.interval());
    json.put("rows_read", check.rowsRead());
    json.put("rows_kept", check.rowsKept());
    json.put("findings", check.findings().stream().map(PriceFindingView::json).toList());
    return json;
  }

  private void print(PriceFileCheck check) {
    List<PriceFinding> findings = check.findings();
    if (!findings.isEmpty()) {
      invocation.console().print(PriceFindingView.table(findings, false));
    }
    invocation
        .console()
        .say(
            "%s: %d of %d rows kept, %d findings%s"
                .formatted(
                    check.file(),
                    check.rowsKept(),
                    check.rowsRead(),
                    findings.size(),
                    repaired == null ? "" : "; repaired prices in " + repaired));
  }
}
