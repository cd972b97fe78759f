package dev.arduinotrader.platform.alert;

import dev.arduinotrader.platform.alert.model.AlertNews;
import dev.arduinotrader.platform.alert.model.FiringAlert;
import java.time.Instant;

/**
 * What the household is told.
 *
 * @param id the same whenever the same news is sent again, so that a receiver can drop repeats
 * @param state FIRING, RESOLVED or TEST
 * @param device the device that tells
 * @param rule which rule, as {@code SERVICE_DOWN}
 * @param service the service's key
 * @param since when it began
 * @param at when this happened
 * @param text the numbers, without amounts of money
 */
public record AlertMessage(
    String id,
    State state,
    String device,
    String rule,
    String service,
    Instant since,
    Instant at,
    String text) {
  /** What has happened to the alert. */
  public enum State {
    FIRING,
    RESOLVED,
    TEST
  }

  /** The message about an alert that began or ended. */
  public static AlertMessage of(AlertNews news, String device) {
    State state =
        switch (news) {
          case AlertNews.Began _ -> State.FIRING;
          case AlertNews.Ended _ -> State.RESOLVED;
        };
    FiringAlert alert = news.alert();
    return new AlertMessage(
        "%s/%s/%s/%s/%s".formatted(device, alert.rule(), alert.service(), alert.since(), state),
        state,
        device,
        alert.rule().name(),
        alert.service(),
        alert.since(),
        news.at(),
        alert.rule().title() + ": " + news.text());
  }

  /** A message that shows that a channel works. */
  public static AlertMessage test(String device, Instant now) {
    return new AlertMessage(
        device + "/TEST/" + now,
        State.TEST,
        device,
        "TEST",
        "all",
        now,
        now,
        "This is a test of the alerts; nothing is wrong.");
  }

  /** One line in plain letters that says what it is about. */
  public String title() {
    return "Arduino Trader %s: %s %s".formatted(device, state, service).strip();
  }

  /** All that there is to know, for people. */
  public String body() {
    return "%s%n%nRule: %s%nSince: %s%nAt: %s%n".formatted(text, rule, since, at);
  }
}
