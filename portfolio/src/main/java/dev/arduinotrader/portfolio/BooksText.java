package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.portfolio.exchange.bundle.BooksBundle;
import dev.arduinotrader.portfolio.exchange.csv.CsvFormat;
import dev.arduinotrader.portfolio.exchange.ghostfolio.GhostfolioFormat;
import dev.arduinotrader.portfolio.exchange.journal.BeancountJournal;
import dev.arduinotrader.portfolio.exchange.journal.HledgerJournal;
import dev.arduinotrader.portfolio.exchange.portfolioperformance.PerformanceFormat;
import dev.arduinotrader.portfolio.exchange.text.FaithfulWriter;
import java.util.List;
import java.util.function.Function;

/** The texts that an account's books can be written as; the same books are the same text. */
public final class BooksText {
  private BooksText() {}

  /** All facts, which {@link BooksFile} reads back without loss. */
  public static String bundle(Account account, List<BrokerMovement> movements) {
    return new BooksBundle(account, movements).text();
  }

  /** What the table of transactions can hold, which {@link BooksFile#csv} reads back. */
  public static WrittenBooks csv(List<BrokerMovement> movements) {
    return FaithfulWriter.write(movements, new CsvFormat());
  }

  /**
   * What files of Portfolio Performance can hold.
   *
   * @param tickers symbols of securities, empty for those without
   */
  public static WrittenBooks portfolioPerformance(
      List<BrokerMovement> movements, Function<Isin, String> tickers) {
    return FaithfulWriter.write(movements, new PerformanceFormat(tickers));
  }

  /**
   * What activities of Ghostfolio can hold.
   *
   * @param tickers symbols of securities, empty for those without
   * @param back what the symbols mean when they are read again
   */
  public static WrittenBooks ghostfolio(
      List<BrokerMovement> movements, Function<Isin, String> tickers, SymbolFinder back) {
    return FaithfulWriter.write(movements, new GhostfolioFormat(tickers, back));
  }

  /** The ledger for hledger; {@code hledger check --strict} accepts it. */
  public static String hledger(List<LedgerTransaction> ledger) {
    return HledgerJournal.of(ledger);
  }

  /** The ledger for beancount; {@code bean-check} accepts it. */
  public static String beancount(List<LedgerTransaction> ledger) {
    return BeancountJournal.of(ledger);
  }
}
