package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerStatement;
import dev.arduinotrader.portfolio.StatementComparison;
import dev.arduinotrader.portfolio.StatementDifference;
import dev.arduinotrader.portfolio.TransactionFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the books with what the broker says. */
@Command(
    name = "reconcile",
    description = {
      "Compare the books with the broker's statement: its cash and its holdings.",
      "For the chosen account the broker itself is asked, as by trader reconcile. For files:",
      "trader portfolio reconcile --from-file TX.csv --statement STATEMENT.csv",
      "Exit code 1 when something differs."
    })
final class PortfolioReconcileCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Invocation invocation;

  @Mixin private FileOptions files = new FileOptions();

  @Option(
      names = "--statement",
      paramLabel = "CSV",
      description =
          "With --from-file: what the broker says, in the columns isin, quantity, currency,"
              + " amount; a row for each security and each currency.")
  private @Nullable Path statement;

  private boolean differs;

  PortfolioReconcileCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Path file = statement;
    if (files.given() && file != null) {
      int shown =
          files.show(invocation, session -> compare(session, file), this::print, all -> all);
      return shown == ExitCode.OK && differs ? ExitCode.FAILURE : shown;
    }
    if (files.given() || file != null) {
      return invocation
          .console()
          .fail(
              Problem.invalid(
                  files.given() ? "--statement" : "--from-file",
                  "expected --from-file TX.csv and --statement CSV together, found only one"));
    }
    return new ReconcileCommand(invocation).call();
  }

  private Result<StatementComparison> compare(Session session, Path file) {
    Result<StatementComparison> compared =
        TransactionFile.statement(file, session.context(TIMEOUT).decisionTime())
            .then(
                (BrokerStatement said) ->
                    session
                        .services()
                        .portfolio()
                        .reconcileStatement(session.context(TIMEOUT), said));
    differs = compared.isSuccess() && !compared.orElseThrow().equal();
    return compared;
  }

  private void print(StatementComparison comparison) {
    if (comparison.equal()) {
      invocation.console().print("The books and the statement agree in everything.");
      return;
    }
    Table table = new Table("ITEM", "DIFFERENCE", "BOOKS", "BROKER");
    for (StatementDifference item : comparison.items()) {
      table.row(
          item.isin() == null ? String.valueOf(item.currency()) : item.isin().value(),
          item.kind().name(),
          item.books().toPlainString(),
          item.broker().toPlainString());
    }
    invocation.console().print(table.render());
  }
}
