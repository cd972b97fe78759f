package dev.arduinotrader.bench;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Every read method of a system on another device, which the cable leads to. */
public final class ReadsAcrossBenchmark {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final double LIMIT_MILLIS = 100;

  private final TraderClock clock = SystemClock.system();
  private final Ids ids = new RandomIds();

  private ReadsAcrossBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments the address of the device, which serves everything at the usual ports
   */
  public static void main(String[] arguments) {
    Machine.describe();
    try (Channels channels = new Channels()) {
      new ReadsAcrossBenchmark().run(AllServices.onDevice(arguments[0], channels));
    }
    System.exit(0);
  }

  private CallContext context() {
    return new CallContext(
        AccountId.of("paper-1"),
        "bench",
        ids.nextRequestId(),
        Deadline.after(TIMEOUT),
        clock.now());
  }

  private void run(AllServices across) {
    ReadMethods methods = new ReadMethods(across, context());
    int asked = 0;
    int within = 0;
    for (Map.Entry<String, ReadMethods.Read> read : methods.all().entrySet()) {
      if (read.getValue().apply(across, context()) instanceof Result.Failure<?>(Problem problem)) {
        System.out.printf(Locale.ROOT, "%-34s refused: %s%n", read.getKey(), problem.code());
        continue;
      }
      ReadTimes times = ReadTimes.of(read.getValue(), across, this::context);
      System.out.printf(
          Locale.ROOT,
          "%-34s p50 %9.3f  p99 %9.3f  ms%n",
          read.getKey(),
          times.at(0.5),
          times.at(0.99));
      asked++;
      within += times.at(0.5) < LIMIT_MILLIS ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%d of %d methods answer within %.0f ms across the cable%n",
        within,
        asked,
        LIMIT_MILLIS);
  }
}
