package dev.arduinotrader.portfolio.exchange.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Ids for rows that have none: from their content, and a number for those that are alike. */
public final class ContentId {
  private static final int DIGITS = 20;

  private final String prefix;
  private final Map<String, Integer> alike = new HashMap<>();

  public ContentId(String prefix) {
    this.prefix = prefix;
  }

  /** The id of the next row with this content; the same file always gives the same ids. */
  public String next(String content) {
    int number = alike.merge(content, 1, Integer::sum);
    String id = prefix + "-" + digest(content).substring(0, DIGITS);
    return number == 1 ? id : id + "-" + number;
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
