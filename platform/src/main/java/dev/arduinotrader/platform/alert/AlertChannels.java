package dev.arduinotrader.platform.alert;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.AlertsConfig;
import dev.arduinotrader.platform.config.SecretReference;
import dev.arduinotrader.platform.time.TraderClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways to reach the household that a configuration names, and the sign of life. */
public final class AlertChannels implements AutoCloseable {
  private static final String DEAD_MAN = "dead_man";

  private final WebDoor door;
  private final List<AlertChannel> channels;
  private final @Nullable URI signAddress;
  private final @Nullable Duration signInterval;

  private AlertChannels(
      WebDoor door,
      List<AlertChannel> channels,
      @Nullable URI signAddress,
      @Nullable Duration signInterval) {
    this.door = door;
    this.channels = List.copyOf(channels);
    this.signAddress = signAddress;
    this.signInterval = signInterval;
  }

  /** Opens them; INVALID_ARGUMENT when a secret is missing or an address is none. */
  public static Result<AlertChannels> open(
      AlertsConfig config, Map<String, String> environment, TraderClock clock) {
    WebDoor door = new WebDoor();
    List<AlertChannel> channels = new ArrayList<>(List.of(new LogChannel()));
    List<Result<AlertChannel>> wished = new ArrayList<>();
    AlertsConfig.Email email = config.email();
    if (email != null) {
      wished.add(email(email, environment));
    }
    AlertsConfig.Ntfy ntfy = config.ntfy();
    if (ntfy != null) {
      wished.add(ntfy(ntfy, environment, door));
    }
    AlertsConfig.Webhook webhook = config.webhook();
    if (webhook != null) {
      wished.add(webhook(webhook, environment, door, clock));
    }
    for (Result<AlertChannel> wish : wished) {
      switch (wish) {
        case Result.Success<AlertChannel>(AlertChannel channel) -> channels.add(channel);
        case Result.Failure<AlertChannel>(Problem problem) -> {
          door.close();
          return Result.failure(problem);
        }
      }
    }
    AlertsConfig.DeadMan deadMan = config.deadMan();
    if (deadMan == null) {
      return Result.success(new AlertChannels(door, channels, null, null));
    }
    return address(DEAD_MAN, deadMan.url(), environment)
        .map(address -> new AlertChannels(door, channels, address, deadMan.interval()));
  }

  private static Result<AlertChannel> email(
      AlertsConfig.Email email, Map<String, String> environment) {
    SecretReference reference = email.password();
    return reference == null
        ? Result.success(new EmailChannel(email, null))
        : reference.read(environment).map(password -> new EmailChannel(email, password));
  }

  private static Result<AlertChannel> ntfy(
      AlertsConfig.Ntfy ntfy, Map<String, String> environment, WebDoor door) {
    Result<URI> topic = address("ntfy", ntfy.url(), environment);
    SecretReference reference = ntfy.token();
    return reference == null
        ? topic.map(address -> new NtfyChannel(door, address, null))
        : topic.then(
            address ->
                reference.read(environment).map(token -> new NtfyChannel(door, address, token)));
  }

  private static Result<AlertChannel> webhook(
      AlertsConfig.Webhook webhook,
      Map<String, String> environment,
      WebDoor door,
      TraderClock clock) {
    return address("webhook", webhook.url(), environment)
        .then(
            address ->
                webhook
                    .secret()
                    .read(environment)
                    .map(secret -> new WebhookChannel(door, address, secret, clock)));
  }

  private static Result<URI> address(
      String name, SecretReference reference, Map<String, String> environment) {
    return reference.read(environment).then(text -> WebDoor.address(name, text));
  }

  /** All ways to tell people, the log first. */
  public List<AlertChannel> all() {
    return channels;
  }

  /** The time between two signs of life; empty when none is wanted. */
  public Optional<Duration> signInterval() {
    return Optional.ofNullable(signInterval);
  }

  /** Gives a sign of life; DONE without one when none is wanted. */
  public Result<Done> sign() {
    return signAddress == null ? Result.success(Done.DONE) : door.get(DEAD_MAN, signAddress);
  }

  @Override
  public void close() {
    door.close();
  }
}
