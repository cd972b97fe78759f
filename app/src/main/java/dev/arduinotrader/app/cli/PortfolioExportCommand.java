package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BooksFormat;
import dev.arduinotrader.portfolio.BooksText;
import dev.arduinotrader.portfolio.WrittenBooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the account's books into a file. */
@Command(
    name = "export",
    description = {
      "Write the books: bundle (all facts; trader portfolio import reads it back), csv,"
          + " portfolio-performance, ghostfolio, hledger or beancount.",
      "What csv, portfolio-performance and ghostfolio cannot hold is named and refused, or named"
          + " and left out with --partial. See docs/formats.md.",
      "Example: trader portfolio export --format hledger --out books.journal"
    })
final class PortfolioExportCommand implements Callable<Integer> {
  private static final int NAMED_MAX = 20;

  private final Invocation invocation;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "bundle",
      description =
          "bundle, csv, portfolio-performance, ghostfolio, hledger or beancount. Default: bundle.")
  private BooksFormat format = BooksFormat.BUNDLE;

  @Option(names = "--out", paramLabel = "FILE", description = "The file. Default: standard output.")
  private @Nullable Path file;

  @Option(names = "--replace", description = "Write over a file that is there.")
  private boolean replace;

  @Option(names = "--partial", description = "Leave out what the format cannot hold.")
  private boolean partial;

  PortfolioExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /**
   * What was written.
   *
   * @param entries how many movements or transactions
   */
  private record Export(
      String file, BooksFormat format, int entries, List<String> leftOut, List<String> takenBack) {}

  @Override
  public Integer call() {
    if (file == null && invocation.options().output == OutputFormat.JSON) {
      return invocation
          .console()
          .fail(Problem.invalid("--out", "expected a file beside --output json, found none"));
    }
    return invocation.show(
        session -> content(session).then(this::whole).then(this::written), this::print);
  }

  private void print(Export export) {
    for (String each : export.leftOut()) {
      invocation.console().say("left out: " + each);
    }
    for (String each : export.takenBack()) {
      invocation.console().say("not written: " + each);
    }
    if (file != null) {
      invocation.console().print("%d entries in %s%n".formatted(export.entries(), export.file()));
    }
  }

  private Result<WrittenBooks> content(Session session) {
    return switch (format) {
      case BUNDLE ->
          BooksPages.account(session)
              .then(
                  account ->
                      BooksPages.movements(session)
                          .map(all -> lossless(BooksText.bundle(account, all), all.size())));
      case CSV -> BooksPages.movements(session).map(BooksText::csv);
      case PORTFOLIO_PERFORMANCE ->
          FileSymbols.of(session, Map.of())
              .then(
                  known ->
                      BooksPages.movements(session)
                          .map(all -> BooksText.portfolioPerformance(all, known::ticker)));
      case GHOSTFOLIO ->
          FileSymbols.of(session, Map.of())
              .then(
                  known ->
                      BooksPages.movements(session)
                          .map(all -> BooksText.ghostfolio(all, known::ticker, known.finder())));
      case HLEDGER ->
          BooksPages.ledger(session).map(all -> lossless(BooksText.hledger(all), all.size()));
      case BEANCOUNT ->
          BooksPages.ledger(session).map(all -> lossless(BooksText.beancount(all), all.size()));
    };
  }

  private static WrittenBooks lossless(String text, int entries) {
    return new WrittenBooks(text, entries, List.of(), List.of());
  }

  private Result<WrittenBooks> whole(WrittenBooks books) {
    int count = books.leftOut().size();
    if (partial || count == 0) {
      return Result.success(books);
    }
    books.leftOut().stream()
        .limit(NAMED_MAX)
        .forEach(each -> invocation.console().say("no home: " + each));
    return Result.failure(
        Problem.invalid(
            List.of(
                new Fault(
                    "--format " + format,
                    ("expected entries that it can hold, found %d of %d that it cannot"
                            + "\nMaybe --format bundle, or --partial to leave them out.")
                        .formatted(count, books.entries() + count)))));
  }

  private Result<Export> written(WrittenBooks books) {
    Path target = file;
    if (target == null) {
      invocation.console().print(books.text());
      return Result.success(export("-", books));
    }
    if (!replace && Files.exists(target)) {
      return Result.failure(
          Problem.invalid("--out", "expected no %s, found it\nMaybe --replace.".formatted(target)));
    }
    try {
      Files.writeString(
          target,
          books.text(),
          StandardCharsets.UTF_8,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING,
          replace ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      return CommonReason.INTERNAL.failure("cannot write " + target + ": " + e);
    }
    return Result.success(export(target.toString(), books));
  }

  private Export export(String name, WrittenBooks books) {
    return new Export(name, format, books.entries(), books.leftOut(), books.takenBack());
  }
}
