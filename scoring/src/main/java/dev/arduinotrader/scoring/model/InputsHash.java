package dev.arduinotrader.scoring.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.scoring.ScoringParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the canonical bytes of everything that enters a score. */
public final class InputsHash {
  /** Changes whenever the same inputs give another score. */
  private static final String FORMULA = "arduino_trader.scoring/1";

  private static final int BYTES_PER_CLOSE = Integer.BYTES + Double.BYTES;

  private InputsHash() {}

  /**
   * 64 hexadecimal digits. The decision time is not hashed: it enters only through the closes that
   * were known then.
   *
   * @param unit what the closes are counted in
   */
  public static String of(
      Isin isin, String unit, PriceSeries closes, ScoringParameters parameters) {
    byte[] head =
        String.join("\n", FORMULA, isin.value(), unit, closes.basis().name(), "")
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(
            head.length + 4 * Double.BYTES + Integer.BYTES + closes.size() * BYTES_PER_CLOSE);
    bytes.put(head);
    putWeight(bytes, parameters.targetAnnualReturn());
    putWeight(bytes, parameters.longTermWeight());
    putWeight(bytes, parameters.shortTermWeight());
    putWeight(bytes, parameters.technicalsWeight());
    bytes.putInt(closes.size());
    for (int i = 0; i < closes.size(); i++) {
      bytes.putInt(closes.epochDay(i)).putDouble(closes.close(i));
    }
    return HexFormat.of().formatHex(digest().digest(bytes.array()));
  }

  private static void putWeight(ByteBuffer bytes, double value) {
    // Minus zero means the same as zero.
    bytes.putDouble(value + 0.0);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
