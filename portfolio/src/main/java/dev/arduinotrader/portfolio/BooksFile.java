package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.exchange.bundle.BooksBundle;
import dev.arduinotrader.portfolio.exchange.bundle.BundleReader;
import dev.arduinotrader.portfolio.exchange.csv.TransactionCsv;
import java.util.List;
import java.util.Map;

/** Reads the texts that books can be imported from, each wholly or not at all. */
public final class BooksFile {
  /** The broker of an account whose facts come from files; nothing is ever ordered for it. */
  public static final String BROKER = "file";

  private BooksFile() {}

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
}
