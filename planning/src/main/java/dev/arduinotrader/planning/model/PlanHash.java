package dev.arduinotrader.planning.model;

import dev.arduinotrader.planning.PlanStep;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over the snapshot's two hashes, the version of the algorithm and the steps, each as ISIN,
 * side, quantity, limit and its unit: one line of UTF-8 text each.
 */
final class PlanHash {
  /** Raised when the same inputs may give another plan. */
  static final String ALGORITHM = "plan-1";

  private PlanHash() {}

  static String of(String identityHash, String marketHash, List<PlanStep> steps) {
    StringBuilder text = new StringBuilder();
    text.append(ALGORITHM).append('\n');
    text.append(identityHash).append('\n').append(marketHash).append('\n');
    for (PlanStep step : steps) {
      text.append(step.isin()).append(' ').append(step.side()).append(' ');
      text.append(step.quantity()).append(' ').append(step.limit()).append('\n');
    }
    return sha256(text.toString());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
