package dev.arduinotrader.universe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when a file in the folder of a source is new or changed, and has that source synced. A
 * change counts once two looks in a row have seen the same: files are seldom written at once. What
 * lies there at the first look is left to the next sync.
 */
final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final int DEPTH_MAX = 8;
  private static final int FILES_MAX = 10_000;

  private final Supplier<List<SourceSetting>> settings;
  private final Consumer<String> changed;
  private final Map<SourceSetting, Seen> folders = new HashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** A file's size and time. */
  private record Stamp(long bytes, FileTime modified) {}

  /** What was acted on, and what the last look saw. */
  private record Seen(SortedMap<String, Stamp> taken, SortedMap<String, Stamp> before) {}

  /**
   * @param changed what to do about a source of this name
   */
  FolderWatch(Supplier<List<SourceSetting>> settings, Consumer<String> changed) {
    this.settings = settings;
    this.changed = changed;
  }

  /** Looks every few seconds from now on, until it is closed. */
  void start() {
    Thread.ofVirtual().name("folder-watch").start(this::run);
  }

  private void run() {
    try {
      while (!stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        lookSafely();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // The loop's edge: a fault of the program here must not end the watch for the next change.
  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("a look at the folders of sources failed with a fault of the program", e);
    }
  }

  /** Looks once at every folder. */
  synchronized void look() {
    List<SourceSetting> watched =
        settings.get().stream().filter(setting -> setting.kind().isFolder()).toList();
    folders.keySet().retainAll(watched);
    List<String> settled = new ArrayList<>();
    for (SourceSetting setting : watched) {
      SortedMap<String, Stamp> now = stamps(setting);
      Seen seen = folders.get(setting);
      boolean isSettled = seen != null && now.equals(seen.before());
      if (seen != null && isSettled && !now.equals(seen.taken())) {
        settled.add(setting.name());
      }
      folders.put(setting, new Seen(seen == null || isSettled ? now : seen.taken(), now));
    }
    settled.forEach(changed);
  }

  private static SortedMap<String, Stamp> stamps(SourceSetting setting) {
    SortedMap<String, Stamp> stamps = new TreeMap<>();
    String location = setting.location();
    if (location == null) {
      return stamps;
    }
    try (Stream<Path> entries = Files.walk(Path.of(location), DEPTH_MAX)) {
      for (Path file : entries.filter(Files::isRegularFile).limit(FILES_MAX).toList()) {
        stamps.put(file.toString(), new Stamp(Files.size(file), Files.getLastModifiedTime(file)));
      }
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("source", setting.name())
          .log("the folder of a source cannot be looked at: {}", e.getMessage());
    }
    return stamps;
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
