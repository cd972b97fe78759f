package dev.arduinotrader.platform.alert;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.time.TraderClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts the message as JSON. {@code X-Trader-Signature} is {@code sha256=} and the HMAC-SHA256 in
 * hex of the text of {@code X-Trader-Timestamp} (Unix seconds of this attempt), a dot and the body;
 * {@code Idempotency-Key} is the message's id.
 */
final class WebhookChannel implements AlertChannel {
  private static final String ALGORITHM = "HmacSHA256";

  private final WebDoor door;
  private final URI address;
  private final String secret;
  private final TraderClock clock;

  WebhookChannel(WebDoor door, URI address, String secret, TraderClock clock) {
    this.door = door;
    this.address = address;
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Result<Done> send(AlertMessage message) {
    String body = Json.write(message);
    String timestamp = Long.toString(clock.now().getEpochSecond());
    return door.post(
        name(),
        address,
        Map.of(
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            message.id(),
            "X-Trader-Timestamp",
            timestamp,
            "X-Trader-Signature",
            "sha256=" + signature(secret, timestamp + "." + body)),
        body);
  }

  /** HMAC-SHA256 in lower-case hex (RFC 2104, FIPS 198-1). */
  static String signature(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has HMAC-SHA256", e);
    }
  }
}
