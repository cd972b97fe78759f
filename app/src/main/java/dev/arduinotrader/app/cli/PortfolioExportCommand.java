package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BooksText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the account's books into a file. */
@Command(
    name = "export",
    description = {
      "Write the books into a file: json (all facts; trader portfolio import reads it back),"
          + " hledger or beancount.",
      "Example: trader portfolio export --format hledger --out books.journal"
    })
final class PortfolioExportCommand implements Callable<Integer> {
  /** What to write. */
  enum Format {
    JSON,
    HLEDGER,
    BEANCOUNT
  }

  private final Invocation invocation;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = "json, hledger or beancount. Default: json.")
  private Format format = Format.JSON;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file.")
  private Path file = Path.of("");

  @Option(names = "--replace", description = "Write over a file that is there.")
  private boolean replace;

  PortfolioExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /**
   * What was written.
   *
   * @param entries how many movements or transactions
   */
  private record Export(String file, Format format, int entries) {}

  private record Content(String text, int entries) {}

  @Override
  public Integer call() {
    return invocation.show(
        session -> content(session).then(this::written),
        export ->
            invocation
                .console()
                .print("%d entries in %s%n".formatted(export.entries(), export.file())));
  }

  private Result<Content> content(Session session) {
    return switch (format) {
      case JSON ->
          BooksPages.account(session)
              .then(
                  account ->
                      BooksPages.movements(session)
                          .map(all -> new Content(BooksText.bundle(account, all), all.size())));
      case HLEDGER ->
          BooksPages.ledger(session).map(all -> new Content(BooksText.hledger(all), all.size()));
      case BEANCOUNT ->
          BooksPages.ledger(session).map(all -> new Content(BooksText.beancount(all), all.size()));
    };
  }

  private Result<Export> written(Content content) {
    if (!replace && Files.exists(file)) {
      return Result.failure(
          Problem.invalid("--out", "expected no %s, found it\nMaybe --replace.".formatted(file)));
    }
    try {
      Files.writeString(
          file,
          content.text(),
          StandardCharsets.UTF_8,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING,
          replace ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      return CommonReason.INTERNAL.failure("cannot write " + file + ": " + e);
    }
    return Result.success(new Export(file.toString(), format, content.entries()));
  }
}
