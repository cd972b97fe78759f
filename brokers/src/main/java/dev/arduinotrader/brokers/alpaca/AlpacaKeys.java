package dev.arduinotrader.brokers.alpaca;

/**
 * An API key pair, which travels with every request and never shows itself.
 *
 * @param keyId says whose
 * @param secret proves it
 */
public record AlpacaKeys(String keyId, String secret) {
  public AlpacaKeys {
    if (!keyId.matches("[!-~]+") || !secret.matches("[!-~]+")) {
      throw new IllegalArgumentException("expected printable keys without blanks");
    }
  }

  @Override
  public String toString() {
    return "AlpacaKeys[hidden]";
  }
}
