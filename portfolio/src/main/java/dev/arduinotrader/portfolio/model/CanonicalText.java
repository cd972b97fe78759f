package dev.arduinotrader.portfolio.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The form of a value that its hash is made from: fields in a fixed order, each with its length in
 * front, so that no two values have the same form.
 */
final class CanonicalText {
  private final StringBuilder text = new StringBuilder();

  /** A form of this name and version. */
  CanonicalText(String name, int version) {
    add(name).add(version);
  }

  CanonicalText add(@Nullable String field) {
    if (field == null) {
      text.append("-;");
    } else {
      text.append(field.length()).append(':').append(field).append(';');
    }
    return this;
  }

  CanonicalText add(long field) {
    return add(Long.toString(field));
  }

  CanonicalText add(boolean field) {
    return add(Boolean.toString(field));
  }

  /** The number without regard to its trailing zeros. */
  CanonicalText add(BigDecimal field) {
    return add(field.signum() == 0 ? "0" : field.stripTrailingZeros().toPlainString());
  }

  CanonicalText add(double field) {
    return add(Double.toString(field == 0 ? 0.0 : field));
  }

  String text() {
    return text.toString();
  }

  /** SHA-256 in hex. */
  String sha256() {
    try {
      byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
