package dev.arduinotrader.platform.alert;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishes to a topic of an ntfy server: title, priority and tags as headers, text as body. */
final class NtfyChannel implements AlertChannel {
  private static final String HIGH = "4";
  private static final String NORMAL = "3";

  private final WebDoor door;
  private final URI topic;
  private final @Nullable String token;

  NtfyChannel(WebDoor door, URI topic, @Nullable String token) {
    this.door = door;
    this.topic = topic;
    this.token = token;
  }

  @Override
  public String name() {
    return "ntfy";
  }

  @Override
  public Result<Done> send(AlertMessage message) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Title", message.title());
    switch (message.state()) {
      case FIRING -> {
        headers.put("Priority", HIGH);
        headers.put("Tags", "rotating_light");
      }
      case RESOLVED, TEST -> {
        headers.put("Priority", NORMAL);
        headers.put("Tags", "white_check_mark");
      }
    }
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    return door.post(name(), topic, headers, message.body());
  }
}
