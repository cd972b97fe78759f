package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.exchange.bundle.BooksBundle;
import dev.arduinotrader.portfolio.exchange.bundle.BundleReader;
import dev.arduinotrader.portfolio.exchange.csv.TransactionCsv;
import dev.arduinotrader.portfolio.exchange.ghostfolio.GhostfolioJson;
import dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceCsv;
import dev.arduinotrader.portfolio.exchange.text.Numberless;
import dev.arduinotrader.portfolio.model.HistoryRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the texts that books can be imported from, each wholly or not at all. */
public final class BooksFile {
  /** The broker of an account whose facts come from files; nothing is ever ordered for it. */
  public static final String BROKER = "file";

  private BooksFile() {}

  /** What a text looks like; one that looks like nothing else is a CSV of ours. */
  public static BooksFormat formatOf(String text) {
    String begin = text.stripLeading();
    if (begin.startsWith("{")) {
      return begin.contains("\"activities\"") ? BooksFormat.GHOSTFOLIO : BooksFormat.BUNDLE;
    }
    return PerformanceCsv.isOne(text) ? BooksFormat.PORTFOLIO_PERFORMANCE : BooksFormat.CSV;
  }

  /**
   * The movements of a text.
   *
   * @param columns CSV: the file's names of columns by ours, or by the English ones of Portfolio
   *     Performance
   * @param symbols asked for the securities that other programs name by a symbol
   * @return INVALID_ARGUMENT naming every fault with its place
   */
  public static Result<List<BrokerMovement>> read(
      BooksFormat format, String text, Map<String, String> columns, SymbolFinder symbols) {
    return switch (format) {
      case BUNDLE -> bundle(text);
      case CSV -> csv(text, columns);
      case PORTFOLIO_PERFORMANCE -> PerformanceCsv.read(text, columns, symbols);
      case GHOSTFOLIO -> GhostfolioJson.read(text, symbols);
      case HLEDGER, BEANCOUNT ->
          Result.failure(
              Problem.invalid(
                  "format",
                  "expected a format with facts, found the journal of %s\nMaybe export a bundle."
                      .formatted(format)));
    };
  }

  /** The movements of a bundle; INVALID_ARGUMENT naming every fault with its line. */
  public static Result<List<BrokerMovement>> bundle(String text) {
    return BundleReader.read(text).map(BooksBundle::movements);
  }

  /**
   * The movements of a CSV file.
   *
   * @param columns the file's names of columns by ours, such as date to Buchungstag
   * @return INVALID_ARGUMENT naming every fault with its line and column
   */
  public static Result<List<BrokerMovement>> csv(String text, Map<String, String> columns) {
    return TransactionCsv.read(text, columns);
  }

  /**
   * Whether movements may be recorded beside those that are in the books, as {@link
   * PortfolioService#recordMovements} would say if it took them all at once.
   *
   * @param now nothing may have happened later
   * @return INVALID_ARGUMENT naming every fault
   */
  public static Result<RecordReceipt> check(
      List<BrokerMovement> booked, List<BrokerMovement> wanted, Instant now) {
    Map<String, BrokerMovement> known = new HashMap<>();
    booked.forEach(movement -> known.put(movement.sourceId(), Numberless.of(movement)));
    List<BrokerMovement> fresh = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (BrokerMovement movement : wanted) {
      BrokerMovement same = known.get(movement.sourceId());
      if (same == null) {
        fresh.add(movement);
      } else if (!same.equals(movement)) {
        faults.add(
            new Fault(
                movement.sourceId(),
                "it is in the books with another content: %s\nMaybe reverse that one first."
                    .formatted(same)));
      }
    }
    faults.addAll(HistoryRules.faults(booked, fresh, now));
    return faults.isEmpty()
        ? Result.success(new RecordReceipt(fresh.size(), wanted.size() - fresh.size()))
        : Result.failure(Problem.invalid(faults));
  }
}
