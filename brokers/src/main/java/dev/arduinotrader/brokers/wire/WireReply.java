package dev.arduinotrader.brokers.wire;

import java.util.Optional;

/**
 * One HTTP answer, read to its end.
 *
 * @param status such as 200
 * @param retryAfter the header of that name, as sent
 * @param text the body as UTF-8; bytes that are none became replacement characters
 */
public record WireReply(int status, Optional<String> retryAfter, String text) {
  private static final int SHOWN_CHARACTERS_MAX = 80;

  /** Whether the answer counts as one; all else is a fault with a reason. */
  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** How the body begins, on one line, for messages. */
  public String beginning() {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > SHOWN_CHARACTERS_MAX
        ? line.substring(0, SHOWN_CHARACTERS_MAX) + "..."
        : line;
  }
}
