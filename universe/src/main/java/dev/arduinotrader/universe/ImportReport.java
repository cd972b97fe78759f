package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.PriceBasis;
import java.util.List;

/**
 * What an import stored, file by file.
 *
 * @param skipped files of a folder that were left out, each with the reason
 * @param fundamentals files of dated facts that were stored whole
 * @param descriptions files of names, countries and industries that were stored whole
 */
public record ImportReport(
    List<ImportedFile> files,
    List<SkippedFile> skipped,
    List<FundamentalsReport> fundamentals,
    List<DescriptionsReport> descriptions) {
  public ImportReport {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    fundamentals = List.copyOf(fundamentals);
    descriptions = List.copyOf(descriptions);
  }

  /** A report of an import that left nothing out. */
  public static ImportReport of(List<ImportedFile> files) {
    return new ImportReport(files, List.of(), List.of(), List.of());
  }

  /**
   * One file that was stored whole.
   *
   * @param format WIDE_CLOSES, OHLCV or ECB_RATES
   * @param series securities or currencies with at least one value
   * @param values prices or rates read
   * @param basis what its prices are taken to have worked in; no such file says so itself
   * @param rejected findings whose values were not stored
   * @param repaired findings of which another value was stored
   * @param flagged findings that a person should look at
   */
  public record ImportedFile(
      String file,
      String format,
      int series,
      long values,
      String firstDate,
      String lastDate,
      PriceBasis basis,
      int rejected,
      int repaired,
      int flagged) {}

  /**
   * One file of a folder that was left out.
   *
   * @param reason one sentence for a person
   */
  public record SkippedFile(String file, String reason) {}
}
