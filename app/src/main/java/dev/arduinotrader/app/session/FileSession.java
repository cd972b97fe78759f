package dev.arduinotrader.app.session;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.RecordMovements;
import dev.arduinotrader.portfolio.RecordReceipt;
import dev.arduinotrader.portfolio.TransactionFile;
import dev.arduinotrader.universe.ChangeSources;
import dev.arduinotrader.universe.ImportReport;
import dev.arduinotrader.universe.ImportRequest;
import dev.arduinotrader.universe.UniverseService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session on files alone: prices and transactions are taken into a folder that goes away with it.
 * Its calls decide at the end of the last day that the files know, unless a clock was asked for.
 */
public final class FileSession implements Session {
  private static final Duration IMPORT_TIMEOUT = Duration.ofMinutes(10);
  private static final String RATES = "ECB_RATES";

  private final Session own;
  private final Path folder;
  private final @Nullable Instant decisionTime;

  /**
   * The files.
   *
   * @param transactions CSV, see docs/performance.md
   * @param prices a folder or file as {@code universe import} takes it; null for none
   * @param base the currency of the account
   */
  public record Input(Path transactions, @Nullable Path prices, Currency base) {}

  private FileSession(Session own, Path folder, @Nullable Instant decisionTime) {
    this.own = own;
    this.folder = folder;
    this.decisionTime = decisionTime;
  }

  /** Takes the files in; refused whole when one of them is at fault. */
  public static Result<Session> open(SessionOptions options, Input input) {
    return TransactionFile.read(input.transactions())
        .then(movements -> open(options, input, movements));
  }

  private static Result<Session> open(
      SessionOptions options, Input input, List<BrokerMovement> movements) {
    Path folder = temporary();
    SessionOptions inside =
        new SessionOptions(
            folder, options.clockStart(), null, null, AccountId.of("file"), options.environment());
    Result<Session> opened = OwnSession.open(inside, true).map(session -> session);
    Result<Session> filled =
        opened.then(
            session -> {
              Result<Session> result =
                  fill(session, input, movements)
                      .map(
                          end ->
                              new FileSession(
                                  session, folder, options.clockStart() == null ? end : null));
              if (result instanceof Result.Failure<Session>) {
                session.close();
              }
              return result;
            });
    if (filled instanceof Result.Failure<Session>) {
      delete(folder);
    }
    return filled;
  }

  /** Imports everything; the end of the last day that is known, at most now. */
  private static Result<Instant> fill(
      Session session, Input input, List<BrokerMovement> movements) {
    Instant now = session.context(IMPORT_TIMEOUT).decisionTime();
    return prices(session, input.prices())
        .then(last -> account(session, input.base()).map(done -> last))
        .then(last -> record(session, movements).map(done -> end(last, movements, now)));
  }

  private static Instant end(LocalDate last, List<BrokerMovement> movements, Instant now) {
    LocalDate latest = last;
    for (BrokerMovement movement : movements) {
      LocalDate date = movement.at().atZone(ZoneOffset.UTC).toLocalDate();
      latest = date.isAfter(latest) ? date : latest;
    }
    Instant end = latest.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return end.isAfter(now) ? now : end;
  }

  private static Result<LocalDate> prices(Session session, @Nullable Path prices) {
    if (prices == null) {
      return withoutMarket(session).map(done -> LocalDate.EPOCH);
    }
    return session
        .services()
        .universe()
        .importPrices(
            session.context(IMPORT_TIMEOUT),
            new ImportRequest(
                session.nextCommandId(), prices.toAbsolutePath().normalize().toString()),
            ProgressSink.ignoring())
        .map(
            report ->
                report.files().stream()
                    .filter(file -> !file.format().equals(RATES))
                    .map(ImportReport.ImportedFile::lastDate)
                    .map(LocalDate::parse)
                    .max(Comparator.naturalOrder())
                    .orElse(LocalDate.EPOCH));
  }

  /** Else made-up rates of the sample market would value real money. */
  private static Result<?> withoutMarket(Session session) {
    CallContext context = session.context(IMPORT_TIMEOUT);
    UniverseService universe = session.services().universe();
    return universe
        .listSources(context)
        .then(
            none ->
                universe.changeSources(
                    context,
                    new ChangeSources(session.nextCommandId(), none.version(), List.of())));
  }

  private static Result<?> account(Session session, Currency base) {
    CallContext context = session.context(IMPORT_TIMEOUT);
    return session
        .services()
        .portfolio()
        .createAccount(
            context,
            new CreateAccount(
                session.nextCommandId(), context.account(), base, "file", Environment.PAPER));
  }

  /** In the order of time, so that no part sells what a later part buys. */
  private static Result<RecordReceipt> record(Session session, List<BrokerMovement> movements) {
    List<BrokerMovement> ordered =
        movements.stream().sorted(Comparator.comparing(BrokerMovement::at)).toList();
    RecordReceipt receipt = new RecordReceipt(0, 0);
    for (int first = 0; first < ordered.size(); first += RecordMovements.MOVEMENTS_MAX) {
      int end = Math.min(ordered.size(), first + RecordMovements.MOVEMENTS_MAX);
      Result<RecordReceipt> recorded =
          session
              .services()
              .portfolio()
              .recordMovements(
                  session.context(IMPORT_TIMEOUT),
                  new RecordMovements(session.nextCommandId(), ordered.subList(first, end), false));
      switch (recorded) {
        case Result.Failure<RecordReceipt>(Problem problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<RecordReceipt>(RecordReceipt more) ->
            receipt =
                new RecordReceipt(
                    receipt.booked() + more.booked(), receipt.repeated() + more.repeated());
      }
    }
    return Result.success(receipt);
  }

  @Override
  public Services services() {
    return own.services();
  }

  @Override
  public CallContext context(Duration timeout) {
    CallContext context = own.context(timeout);
    return decisionTime == null ? context : context.withDecisionTime(decisionTime);
  }

  @Override
  public CommandId nextCommandId() {
    return own.nextCommandId();
  }

  @Override
  public void close() {
    own.close();
    delete(folder);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("trader-file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
