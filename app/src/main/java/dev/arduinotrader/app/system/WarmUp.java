package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.server.GrpcHost;
import dev.arduinotrader.platform.sql.SqliteLibrary;
import java.util.List;

/**
 * Wakes the libraries that take longest to begin, on another processor, while the command line and
 * the configuration are read. Without it everything works the same, a little later.
 */
public final class WarmUp {
  private WarmUp() {}

  /** Returns at once. Logging must be set up before: these libraries log when they wake. */
  public static void begin() {
    for (Runnable waking : List.<Runnable>of(WarmUp::numbers, WarmUp::stores, GrpcHost::wake)) {
      Thread.ofPlatform().daemon().name("warm-up").start(waking);
    }
  }

  /** Java 25 squares numbers of thousands of digits when its decimals wake: 25 ms. */
  private static void numbers() {
    Money.of("0", Currency.EUR);
  }

  private static void stores() {
    SqliteLibrary.wake();
    Json.write(List.of());
  }
}
