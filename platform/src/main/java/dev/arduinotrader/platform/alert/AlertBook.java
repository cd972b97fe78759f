package dev.arduinotrader.platform.alert;

import dev.arduinotrader.platform.alert.model.FiringAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What outlives the process.
 *
 * @param firing what is wrong, in the order in which it began
 * @param past the latest messages, oldest first, at most {@link #PAST_MAX}
 * @param waiting what some channel has not taken yet, oldest first, at most {@link #WAITING_MAX}
 */
public record AlertBook(List<FiringAlert> firing, List<AlertMessage> past, List<Waiting> waiting) {
  /** So many messages are remembered. */
  public static final int PAST_MAX = 200;

  /** So many messages wait at most; the oldest are given up first. */
  public static final int WAITING_MAX = 500;

  /** Nothing was ever wrong. */
  public static final AlertBook EMPTY = new AlertBook(List.of(), List.of(), List.of());

  /**
   * A message for one channel.
   *
   * @param channel its name
   * @param since when it was first to be sent
   */
  public record Waiting(String channel, Instant since, AlertMessage message) {}

  public AlertBook {
    firing = List.copyOf(firing);
    past = List.copyOf(past);
    waiting = List.copyOf(waiting);
  }

  /** The book with what is wrong now and messages about what changed, for each of the channels. */
  AlertBook with(List<FiringAlert> now, List<AlertMessage> messages, List<String> channels) {
    List<AlertMessage> nextPast = new ArrayList<>(past);
    List<Waiting> nextWaiting = new ArrayList<>(waiting);
    for (AlertMessage message : messages) {
      nextPast.add(message);
      for (String channel : channels) {
        nextWaiting.add(new Waiting(channel, message.at(), message));
      }
    }
    return new AlertBook(now, latest(nextPast, PAST_MAX), latest(nextWaiting, WAITING_MAX));
  }

  AlertBook withWaiting(List<Waiting> next) {
    return new AlertBook(firing, past, next);
  }

  private static <T> List<T> latest(List<T> all, int max) {
    return all.subList(Math.max(0, all.size() - max), all.size());
  }
}
