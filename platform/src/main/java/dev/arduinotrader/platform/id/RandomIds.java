package dev.arduinotrader.platform.id;

import java.security.SecureRandom;

/** Identities of 120 random bits, written in 24 letters and digits. */
public final class RandomIds implements Ids {
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";
  private static final int LENGTH = 24;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String next() {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    StringBuilder text = new StringBuilder(LENGTH);
    for (byte value : bytes) {
      text.append(ALPHABET.charAt(value & 31));
    }
    return text.toString();
  }
}
