package dev.arduinotrader.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What a {@link Probe} has seen so far. */
final class SteadyCalls implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Process process;
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** One call of the probe. */
  record Call(Instant began, Duration took, String outcome) {
    static Call read(String line) {
      String[] words = line.split(" ", -1);
      return new Call(
          Instant.parse(words[0]), Duration.ofMillis(Long.parseLong(words[1])), words[2]);
    }

    boolean isGood() {
      return outcome.equals("OK");
    }

    Instant ended() {
      return began.plus(took);
    }
  }

  SteadyCalls(Process process) {
    this.process = process;
    Thread.ofVirtual()
        .start(() -> process.inputReader().lines().map(Call::read).forEach(calls::add));
  }

  /** Waits for a call that succeeds and began at the instant or later; when it had ended. */
  Instant firstGoodSince(Instant instant) {
    Await.until(
        "a call that succeeds", LIMIT, () -> goodSince(instant).isPresent(), calls::toString);
    return goodSince(instant).orElseThrow();
  }

  private Optional<Instant> goodSince(Instant instant) {
    return calls.stream()
        .filter(call -> call.isGood() && !call.began().isBefore(instant))
        .map(Call::ended)
        .min(Instant::compareTo);
  }

  /** The calls that began in this time. */
  List<Call> between(Instant from, Instant until) {
    return calls.stream()
        .filter(call -> !call.began().isBefore(from) && call.began().isBefore(until))
        .toList();
  }

  /** Such as {@code 95 of 120 well, median 41 ms, longest 2003 ms, DEADLINE_EXCEEDED 25}. */
  static String summary(List<Call> calls) {
    List<Long> good =
        calls.stream().filter(Call::isGood).map(call -> call.took().toMillis()).sorted().toList();
    long longest = calls.stream().mapToLong(call -> call.took().toMillis()).max().orElse(0);
    Map<String, Long> failed =
        calls.stream()
            .filter(call -> !call.isGood())
            .collect(Collectors.groupingBy(Call::outcome, TreeMap::new, Collectors.counting()));
    return "%d of %d well, median %s ms, longest %d ms%s"
        .formatted(
            good.size(),
            calls.size(),
            good.isEmpty() ? "-" : good.get(good.size() / 2),
            longest,
            failed.isEmpty() ? "" : ", " + failed);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
