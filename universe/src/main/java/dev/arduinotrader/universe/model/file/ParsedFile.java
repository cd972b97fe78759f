package dev.arduinotrader.universe.model.file;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.model.Bars;
import java.util.List;

/**
 * What a file says, before anybody knows which securities its symbols mean.
 *
 * @param file how people know it
 * @param format what it turned out to be
 * @param series at least one bar each, in the order of the file
 */
public record ParsedFile(String file, Format format, List<Named> series) {
  public ParsedFile {
    series = List.copyOf(series);
  }

  /** The formats that are understood. */
  public enum Format {
    /** {@code date} and one column of adjusted closes a symbol. */
    WIDE_CLOSES(PriceBasis.TOTAL_RETURN),
    /** Date, open, high, low, close and perhaps volume of the symbol that the file is named for. */
    OHLCV(PriceBasis.SPLIT_ADJUSTED),
    /** The European Central Bank's euro reference rates: one column a currency. */
    ECB_RATES(PriceBasis.RAW);

    private final PriceBasis basis;

    Format(PriceBasis basis) {
      this.basis = basis;
    }

    /** What such files are taken to have worked into their prices; they do not say. */
    public PriceBasis basis() {
      return basis;
    }
  }

  /**
   * One symbol's or currency's bars, not checked yet: any number may be wrong, and a close may be
   * missing.
   *
   * @param name the symbol or the currency code
   */
  public record Named(String name, Bars bars) {}

  /** How many prices or rates the file holds. */
  public long values() {
    return series.stream().mapToLong(named -> named.bars().size()).sum();
  }
}
