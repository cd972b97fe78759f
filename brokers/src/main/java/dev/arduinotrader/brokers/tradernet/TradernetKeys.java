package dev.arduinotrader.brokers.tradernet;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An API key pair, which signs requests and never shows itself.
 *
 * @param publicKey travels with every request
 * @param privateKey never leaves this process
 */
public record TradernetKeys(String publicKey, String privateKey) {
  private static final String ALGORITHM = "HmacSHA256";

  public TradernetKeys {
    if (publicKey.isBlank() || privateKey.isBlank()) {
      throw new IllegalArgumentException("expected a public and a private key, found a blank one");
    }
  }

  /**
   * The signature of a POST: HMAC-SHA256 over the body's bytes and then the time stamp's text.
   *
   * @param body exactly what is sent; empty for a GET
   * @param unixSeconds the time stamp that is sent with it
   * @return lower-case hex
   */
  public String sign(String body, long unixSeconds) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(privateKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update(body.getBytes(StandardCharsets.UTF_8));
      mac.update(Long.toString(unixSeconds).getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java can do " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "TradernetKeys[hidden]";
  }
}
