package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.BooksFile;
import dev.arduinotrader.portfolio.BooksFormat;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.RecordReceipt;
import dev.arduinotrader.portfolio.SymbolFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what a file says into an account whose facts come from files. */
@Command(
    name = "import",
    description = {
      "Record a file's transactions, all of them or none: bundle (of trader portfolio export), csv"
          + " (see docs/performance.md), portfolio-performance (CSV) or ghostfolio (JSON); see"
          + " docs/formats.md.",
      "The account's facts must come from files; an account that is not there is opened so."
          + " Nothing is ever ordered for it.",
      "Example: trader --account old portfolio import tx.csv --map date=Datum --dry-run",
      "Example: trader --account old portfolio import ghostfolio.json --map MSFT=US5949181045"
    })
final class PortfolioImportCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final long BYTES_MAX = 50_000_000;

  private final Invocation invocation;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = ImportFormat.Converter.class,
      description =
          "auto, bundle, csv, portfolio-performance or ghostfolio. Default: auto, from what the"
              + " file looks like.")
  private ImportFormat format = ImportFormat.AUTO;

  @Option(
      names = "--map",
      paramLabel = "OURS=THEIRS",
      description = {
        "csv: how the file calls one of our columns; others are left out then.",
        "SYMBOL=ISIN: which security the file means by a symbol."
      })
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--symbols",
      paramLabel = "FILE",
      description = "Lines of SYMBOL,ISIN, as many --map.")
  private @Nullable Path symbols;

  @Option(names = "--dry-run", description = "Only say what is wrong.")
  private boolean dryRun;

  @Option(
      names = "--base",
      paramLabel = "CURRENCY",
      defaultValue = "EUR",
      description = "The base currency of an account that is opened. Default: EUR.")
  private String base = "EUR";

  PortfolioImportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.change(
        session -> movements(session).then(movements -> record(session, movements)),
        receipt ->
            invocation
                .console()
                .print(
                    "%s%d entries, %d were there before%n"
                        .formatted(
                            dryRun ? "Would record " : "Recorded ",
                            receipt.booked(),
                            receipt.repeated())));
  }

  private Result<List<BrokerMovement>> movements(Session session) {
    return text(file, "FILE").then(text -> movements(session, text));
  }

  private Result<List<BrokerMovement>> movements(Session session, String text) {
    BooksFormat chosen = format.of(text);
    return switch (chosen) {
      case BUNDLE, CSV, HLEDGER, BEANCOUNT ->
          BooksFile.read(chosen, text, columns, SymbolFinder.NONE);
      case PORTFOLIO_PERFORMANCE, GHOSTFOLIO ->
          said()
              .then(said -> FileSymbols.of(session, said))
              .then(known -> BooksFile.read(chosen, text, columns, known.finder()));
    };
  }

  /** What the options say about symbols; a single one goes before those of the file. */
  private Result<Map<String, Isin>> said() {
    Map<String, Isin> single = FileSymbols.said(columns);
    Path lines = symbols;
    return lines == null
        ? Result.success(single)
        : text(lines, "--symbols")
            .then(text -> FileSymbols.read(text.lines().toList()))
            .map(
                all -> {
                  all.putAll(single);
                  return all;
                });
  }

  private static Result<String> text(Path path, String name) {
    try {
      return Files.size(path) > BYTES_MAX
          ? Result.failure(Problem.invalid(name, "expected at most 50 MB, found more"))
          : Result.success(Files.readString(path));
    } catch (IOException e) {
      return Result.failure(Problem.invalid(name, "expected a readable file in UTF-8, found " + e));
    }
  }

  private Result<RecordReceipt> record(Session session, List<BrokerMovement> movements) {
    return account(session)
        .then(
            account -> new BooksRecorder(session, invocation.console()).record(movements, dryRun));
  }

  private Result<Account> account(Session session) {
    CallContext context = session.context(TIMEOUT);
    return session
        .services()
        .portfolio()
        .listAccounts(context)
        .then(
            accounts ->
                accounts.accounts().stream()
                    .filter(account -> account.accountId().equals(context.account()))
                    .findFirst()
                    .map(Result::success)
                    .orElseGet(() -> dryRun ? absent(context) : open(session, context)));
  }

  /** Trying changes nothing, so it opens no account either. */
  private static Result<Account> absent(CallContext context) {
    return CommonReason.NOT_FOUND.failure(
        "expected account "
            + context.account()
            + " to try the file with, found none"
            + "\nMaybe look at the file alone: portfolio ledger --from-file FILE;"
            + " or import without --dry-run, which opens the account.");
  }

  /** A live account of no broker: real money that this program must never trade with. */
  private Result<Account> open(Session session, CallContext context) {
    Currency currency;
    try {
      currency = Currency.of(base);
    } catch (IllegalArgumentException e) {
      return Result.failure(Problem.invalid("--base", String.valueOf(e.getMessage())));
    }
    return session
        .services()
        .portfolio()
        .createAccount(
            context,
            new CreateAccount(
                session.nextCommandId(),
                context.account(),
                currency,
                BooksFile.BROKER,
                Environment.LIVE));
  }
}
