package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BooksFile;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.RecordMovements;
import dev.arduinotrader.portfolio.RecordReceipt;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Records the movements of a file. More than one command can hold are looked at all together before
 * the first is booked, and then recorded page by page in the order of time; a repeat of an import
 * that broke off goes on where it ended.
 */
final class BooksRecorder {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int PAGE = RecordMovements.MOVEMENTS_MAX;

  private final Session session;
  private final Console console;

  BooksRecorder(Session session, Console console) {
    this.session = session;
    this.console = console;
  }

  /** Refused whole when one of them is at fault. */
  Result<RecordReceipt> record(List<BrokerMovement> movements, boolean dryRun) {
    return movements.size() <= PAGE
        ? recordPage(movements, dryRun)
        : BooksPages.movements(session)
            .then(
                booked ->
                    BooksFile.check(booked, movements, session.context(TIMEOUT).decisionTime()))
            .then(checked -> dryRun ? Result.success(checked) : recordPages(movements));
  }

  private Result<RecordReceipt> recordPages(List<BrokerMovement> movements) {
    List<BrokerMovement> ordered =
        movements.stream().sorted(Comparator.comparing(BrokerMovement::at)).toList();
    int booked = 0;
    int repeated = 0;
    for (int first = 0; first < ordered.size(); first += PAGE) {
      int end = Math.min(ordered.size(), first + PAGE);
      switch (recordPage(ordered.subList(first, end), false)) {
        case Result.Failure<RecordReceipt>(Problem problem) -> {
          console.say(
              "The first %,d of %,d are recorded. Maybe give the same command again."
                  .formatted(first, ordered.size()));
          return Result.failure(problem);
        }
        case Result.Success<RecordReceipt>(RecordReceipt page) -> {
          booked += page.booked();
          repeated += page.repeated();
          console.progress(
              100 * end / ordered.size(), "%,d of %,d entries".formatted(end, ordered.size()));
        }
      }
    }
    return Result.success(new RecordReceipt(booked, repeated));
  }

  private Result<RecordReceipt> recordPage(List<BrokerMovement> page, boolean dryRun) {
    return session
        .services()
        .portfolio()
        .recordMovements(
            session.context(TIMEOUT), new RecordMovements(session.nextCommandId(), page, dryRun));
  }
}
