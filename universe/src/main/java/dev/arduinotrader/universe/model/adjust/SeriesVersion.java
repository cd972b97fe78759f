package dev.arduinotrader.universe.model.adjust;

import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.SourceRanking;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What stays the same as long as a series only grows at its end: a digest of all that its earlier
 * values depend on.
 */
public final class SeriesVersion {
  private SeriesVersion() {}

  /**
   * The version of a series after adjustment.
   *
   * @param conversion what its conversion to another currency depended on; 0 without one
   */
  public static long of(Adjusted.Done adjusted, long conversion) {
    BarSeries series = adjusted.series();
    StringBuilder text = new StringBuilder(64);
    text.append(SourceRanking.name(series.source()))
        .append('|')
        .append(series.basis())
        .append('|')
        .append(series.version())
        .append('|')
        .append(conversion);
    for (CorporateAction action : adjusted.applied()) {
      text.append('|').append(action.kind()).append(action.exDate()).append(terms(action));
    }
    // They also hold the rates and the splits by which a dividend was converted.
    adjusted.dividendFactors().forEach(factor -> text.append('|').append(factor));
    return digest(text.toString());
  }

  private static String terms(CorporateAction action) {
    return switch (action) {
      case CorporateAction.CashDividend dividend ->
          dividend.amountPerShare().toPlainString() + dividend.currency();
      case CorporateAction.Split split -> split.newShares() + ":" + split.oldShares();
      case CorporateAction.SpinOff ignored -> "";
      case CorporateAction.Merger ignored -> "";
    };
  }

  /** The first 63 bits of SHA-256, so that it is not negative. */
  private static long digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong() >>> 1;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
