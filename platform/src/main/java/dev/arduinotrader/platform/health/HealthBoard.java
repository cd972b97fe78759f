package dev.arduinotrader.platform.health;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The last finding about each hosted service, whoever asked for it: the one truth that every other
 * way of telling health follows.
 */
public final class HealthBoard {
  /** Is told of every finding. Must be quick. */
  @FunctionalInterface
  public interface Follower {
    /** The service was found well or not. */
    void found(String service, boolean healthy);
  }

  private final Map<String, Boolean> last = new ConcurrentHashMap<>();
  private final List<Follower> followers = new CopyOnWriteArrayList<>();

  /** Tells what is known, and from now on everything new. */
  public void follow(Follower follower) {
    followers.add(follower);
    last.forEach(follower::found);
  }

  void note(String service, boolean healthy) {
    last.put(service, healthy);
    followers.forEach(follower -> follower.found(service, healthy));
  }
}
