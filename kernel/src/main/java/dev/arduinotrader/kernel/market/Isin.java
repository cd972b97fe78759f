package dev.arduinotrader.kernel.market;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * The International Securities Identification Number (ISO 6166), our key for a security.
 *
 * @param value two letters, nine letters or digits and a valid check digit
 */
public record Isin(String value) implements Comparable<Isin> {
  private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");
  private static final String PRIVATE_PREFIX = "ZZ";
  private static final int BODY_LENGTH = 9;
  private static final int BASE = 36;

  public Isin {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "expected an ISIN of two letters, nine letters or digits and a check digit, found '"
              + value
              + "'");
    }
    char expected = checkDigit(value.substring(0, 11));
    if (value.charAt(11) != expected) {
      throw new IllegalArgumentException(
          "expected check digit %c in ISIN %s, found %c"
              .formatted(expected, value, value.charAt(11)));
    }
  }

  public static Isin of(String value) {
    return new Isin(value);
  }

  /**
   * The code of a security whose ISIN is not known: prefix ZZ, nine characters from the exchange
   * and symbol, and a valid check digit. The same exchange and symbol always give the same code.
   */
  public static Isin privateCode(String exchange, String symbol) {
    byte[] digest = sha256(exchange + "\n" + symbol);
    StringBuilder body = new StringBuilder(PRIVATE_PREFIX);
    for (int i = 0; i < BODY_LENGTH; i++) {
      body.append(Character.toUpperCase(Character.forDigit((digest[i] & 0xff) % BASE, BASE)));
    }
    return new Isin(body.toString() + checkDigit(body.toString()));
  }

  /** True for a code of our own that waits for the real ISIN. */
  public boolean isPrivate() {
    return value.startsWith(PRIVATE_PREFIX);
  }

  /** The Luhn digit over the code with its letters written as numbers from 10 (A) to 35 (Z). */
  private static char checkDigit(String body) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < body.length(); i++) {
      digits.append(Character.digit(body.charAt(i), BASE));
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted / 10 + weighted % 10;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  @Override
  public int compareTo(Isin other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
