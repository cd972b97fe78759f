package dev.arduinotrader.platform.alert;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.alert.model.AlertNews;
import dev.arduinotrader.platform.alert.model.AlertRules;
import dev.arduinotrader.platform.alert.model.AlertState;
import dev.arduinotrader.platform.alert.model.ConditionSeen;
import dev.arduinotrader.platform.alert.model.ServiceObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns observations into messages and sees them delivered: stored before they are sent, each
 * channel in order, a channel that fails tried again after 15 s, doubled up to an hour, for a day.
 * A message whose sending was cut short by the process's end is sent again. Not for several
 * threads.
 */
public final class AlertDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
  private static final Duration PAUSE_MIN = Duration.ofSeconds(15);
  private static final Duration PAUSE_MAX = Duration.ofHours(1);
  private static final Duration WAIT_MAX = Duration.ofDays(1);

  private record Pause(Duration length, Instant until) {}

  private final String device;
  private final AlertChannels channels;
  private final AlertFile file;
  private final Map<String, Pause> pauses = new HashMap<>();
  private AlertState state;
  private AlertBook book;
  private @Nullable Instant nextSign;

  /** Goes on where the file left off; a file that cannot be read is logged and begun anew. */
  public AlertDesk(String device, AlertChannels channels, AlertFile file) {
    this.device = device;
    this.channels = channels;
    this.file = file;
    this.book =
        switch (file.read()) {
          case Result.Success<AlertBook>(AlertBook stored) -> stored;
          case Result.Failure<AlertBook>(Problem problem) -> {
            LOG.error("the stored alerts are begun anew: {}", problem);
            yield AlertBook.EMPTY;
          }
        };
    this.state = AlertState.startingWith(book.firing());
  }

  /**
   * Takes one observation of each service and of all else that could be looked at, and delivers
   * what there is to deliver.
   */
  public void look(
      List<ServiceObservation> observations, List<ConditionSeen> conditions, Instant now) {
    AlertRules.Step step = AlertRules.step(state, observations, conditions, now);
    if (!step.news().isEmpty()) {
      List<AlertMessage> messages =
          step.news().stream().map((AlertNews news) -> AlertMessage.of(news, device)).toList();
      AlertBook next =
          book.with(
              step.next().firing(),
              messages,
              channels.all().stream().map(AlertChannel::name).toList());
      file.write(next);
      book = next;
    }
    state = step.next();
    deliver(now);
    sign(now);
  }

  private void deliver(Instant now) {
    if (book.waiting().isEmpty()) {
      return;
    }
    Map<String, AlertChannel> open = new HashMap<>();
    channels.all().forEach(channel -> open.put(channel.name(), channel));
    Set<String> blocked = new HashSet<>();
    List<AlertBook.Waiting> left = new ArrayList<>();
    for (AlertBook.Waiting waiting : book.waiting()) {
      AlertChannel channel = open.get(waiting.channel());
      if (channel == null || waiting.since().plus(WAIT_MAX).isBefore(now)) {
        LOG.error("alert not sent through {}: {}", waiting.channel(), waiting.message().title());
      } else if (blocked.contains(channel.name()) || pauses(channel, now)) {
        left.add(waiting);
      } else if (!sent(channel, waiting.message(), now)) {
        blocked.add(channel.name());
        left.add(waiting);
      }
    }
    if (left.size() != book.waiting().size()) {
      book = book.withWaiting(left);
      file.write(book);
    }
  }

  private boolean pauses(AlertChannel channel, Instant now) {
    Pause pause = pauses.get(channel.name());
    return pause != null && now.isBefore(pause.until());
  }

  private boolean sent(AlertChannel channel, AlertMessage message, Instant now) {
    switch (channel.send(message)) {
      case Result.Success<Done> _ -> {
        pauses.remove(channel.name());
        return true;
      }
      case Result.Failure<Done>(Problem problem) -> {
        Pause before = pauses.get(channel.name());
        Duration length = before == null ? PAUSE_MIN : before.length().multipliedBy(2);
        Duration bounded = length.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : length;
        pauses.put(channel.name(), new Pause(bounded, now.plus(bounded)));
        LOG.warn("an alert waits {} s for its channel: {}", bounded.toSeconds(), problem);
        return false;
      }
    }
  }

  private void sign(Instant now) {
    if (channels.signInterval().isEmpty() || (nextSign != null && now.isBefore(nextSign))) {
      return;
    }
    nextSign = now.plus(channels.signInterval().get());
    if (channels.sign() instanceof Result.Failure<Done>(Problem problem)) {
      LOG.warn("no sign of life was given: {}", problem);
    }
  }
}
