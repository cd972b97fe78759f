package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.exchange.csv.StatementCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads files of transactions and statements, without a running service. */
public final class TransactionFile {
  private static final long BYTES_MAX = 50_000_000;

  private TransactionFile() {}

  /**
   * The movements of a file of any format that books are imported from, ready to be recorded.
   *
   * @return INVALID_ARGUMENT naming every fault with its line and column
   */
  public static Result<List<BrokerMovement>> read(Path file) {
    return text(file)
        .then(text -> BooksFile.read(BooksFile.formatOf(text), text, Map.of(), SymbolFinder.NONE));
  }

  /**
   * What a broker says that the account has, from a CSV file with the columns isin, quantity,
   * currency and amount.
   *
   * @param at when the broker said so
   * @return INVALID_ARGUMENT naming every fault with its line and column
   */
  public static Result<BrokerStatement> statement(Path file, Instant at) {
    return text(file).then(text -> StatementCsv.read(text, at));
  }

  private static Result<String> text(Path file) {
    try {
      if (Files.size(file) > BYTES_MAX) {
        return Result.failure(
            Problem.invalid(file.toString(), "expected at most 50 MB, found more"));
      }
      return Result.success(Files.readString(file));
    } catch (IOException e) {
      return Result.failure(
          Problem.invalid(file.toString(), "expected a readable file in UTF-8, found " + e));
    }
  }
}
