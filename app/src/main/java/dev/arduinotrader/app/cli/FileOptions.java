package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.FileSession;
import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.app.session.SessionOpener;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that also work on an account's export alone, without a running system. */
final class FileOptions {
  @Option(
      names = "--from-file",
      paramLabel = "TX.csv",
      description =
          "Work on this file of transactions alone: date, kind, isin, quantity, price, currency,"
              + " amount, fee, note.")
  private @Nullable Path transactions;

  @Option(
      names = "--prices",
      paramLabel = "DIR",
      description = "With --from-file: prices and rates as 'universe import' takes them.")
  private @Nullable Path prices;

  @Option(
      names = "--base",
      paramLabel = "CURRENCY",
      defaultValue = "EUR",
      description = "With --from-file: the account's currency. Default: EUR.")
  private String base = "EUR";

  boolean given() {
    return transactions != null;
  }

  /** Asks the running system, or the files when they are given. */
  <R> int show(
      Invocation invocation,
      Function<Session, Result<R>> question,
      Consumer<R> table,
      Function<R, ?> jsonPart) {
    Path file = transactions;
    if (file == null) {
      if (prices != null) {
        return invocation
            .console()
            .fail(Problem.invalid("--prices", "expected --from-file TX.csv beside it, found none"));
      }
      return invocation.show(question, table, jsonPart);
    }
    Currency currency;
    try {
      currency = Currency.of(base);
    } catch (IllegalArgumentException e) {
      return invocation.console().fail(Problem.invalid("--base", String.valueOf(e.getMessage())));
    }
    SessionOpener opener =
        (options, access) ->
            FileSession.open(options, new FileSession.Input(file, prices, currency));
    return new Invocation(invocation, opener).show(question, table, jsonPart);
  }
}
