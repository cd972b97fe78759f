package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.RetryPolicy;
import dev.arduinotrader.brokers.wire.Urgency;
import dev.arduinotrader.brokers.wire.WireReply;
import dev.arduinotrader.brokers.wire.WireRequest;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.time.TraderClock;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Sends commands: signed when there are keys, otherwise in the public form that market data needs
 * no keys for. The answer is JSON, or a problem that says which command, code and text.
 */
public final class TradernetClient {
  private static final String USER_AGENT = "Mozilla/5.0 (compatible; ArduinoTrader)";

  private final TradernetSettings settings;
  private final PacedWire wire;
  private final TraderClock clock;

  public TradernetClient(TradernetSettings settings, PacedWire wire, TraderClock clock) {
    this.settings = settings;
    this.wire = wire;
    this.clock = clock;
  }

  /** Asks for something and changes nothing; tried again after transient faults. */
  public Result<JsonNode> read(String command, Map<String, ?> parameters, Urgency urgency) {
    TradernetKeys keys = settings.keys();
    return wire.send(
            () -> keys == null ? open(command, parameters) : signed(command, parameters, keys),
            RetryPolicy.READS,
            urgency)
        .then(reply -> TradernetAnswer.read(command, reply));
  }

  /** Sends what must not happen twice, once; never without keys. */
  Result<WireReply> sendOnce(String command, Map<String, ?> parameters) {
    TradernetKeys keys = settings.keys();
    if (keys == null) {
      throw new IllegalStateException("expected keys for " + command + ", found none");
    }
    return wire.send(() -> signed(command, parameters, keys), RetryPolicy.ONCE, Urgency.ORDER);
  }

  /** Sends an order once, unless it could still be under way at the deadline. */
  Result<WireReply> sendOnceBefore(Deadline deadline, String command, Map<String, ?> parameters) {
    TradernetKeys keys = settings.keys();
    if (keys == null) {
      throw new IllegalStateException("expected keys for " + command + ", found none");
    }
    return wire.sendOnceBefore(deadline, () -> signed(command, parameters, keys), Set.of());
  }

  private WireRequest open(String command, Map<String, ?> parameters) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("cmd", command);
    question.put("params", parameters);
    // A blank as %20, which means a blank everywhere; + does so in forms only.
    String query =
        URLEncoder.encode(Json.write(question), StandardCharsets.UTF_8).replace("+", "%20");
    return WireRequest.get(
        command,
        URI.create(settings.base() + "?q=" + query),
        Map.of("User-Agent", USER_AGENT, "Accept", "application/json"),
        settings.timeout());
  }

  private WireRequest signed(String command, Map<String, ?> parameters, TradernetKeys keys) {
    // Written once: the signed bytes must be the sent bytes.
    String body = Json.write(parameters);
    long unixSeconds = clock.now().getEpochSecond();
    return new WireRequest(
        command,
        URI.create(settings.base() + "/" + command),
        Map.of(
            "Content-Type", "application/json",
            "User-Agent", USER_AGENT,
            "X-NtApi-PublicKey", keys.publicKey(),
            "X-NtApi-Timestamp", Long.toString(unixSeconds),
            "X-NtApi-Sig", keys.sign(body, unixSeconds)),
        body,
        settings.timeout());
  }
}
