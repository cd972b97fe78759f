package dev.arduinotrader.app.backup;

import dev.arduinotrader.kernel.id.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds; a folder without it is no backup.
 *
 * @param format of the backup; this program writes and reads 1
 * @param id the folder's name
 * @param programVersion of the program that made it
 * @param source what was copied: a data directory or a database
 * @param clock the high water of the data's clock, null when there was none
 * @param books of each account, as verified on the copy
 */
public record BackupManifest(
    int format,
    String id,
    Instant createdAt,
    String programVersion,
    String source,
    @Nullable Instant clock,
    List<StoreFile> stores,
    List<CheckedBooks> books) {
  /** The format that this program writes and reads. */
  public static final int FORMAT = 1;

  public BackupManifest {
    stores = List.copyOf(stores);
    books = List.copyOf(books);
  }

  /**
   * One store.
   *
   * @param version of its newest migration
   * @param sha256 of the file, in hex
   */
  public record StoreFile(String name, int version, String file, long bytes, String sha256) {}

  /**
   * Books that balance, and agree with the orders of the same backup.
   *
   * @param executionSequence the number of the last entry of trading's outbox; 0 without orders in
   *     the backup
   */
  public record CheckedBooks(
      AccountId account, long transactions, long postings, long executionSequence) {}

  /** All bytes of the stores. */
  public long bytes() {
    return stores.stream().mapToLong(StoreFile::bytes).sum();
  }
}
