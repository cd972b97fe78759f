package dev.arduinotrader.universe;

import java.util.List;

/** What an import stored, file by file. */
public record ImportReport(List<ImportedFile> files) {
  public ImportReport {
    files = List.copyOf(files);
  }

  /**
   * One file that was stored whole.
   *
   * @param format WIDE_CLOSES, OHLCV or ECB_RATES
   * @param series securities or currencies with at least one value
   * @param values prices or rates stored
   */
  public record ImportedFile(
      String file, String format, int series, long values, String firstDate, String lastDate) {}
}
