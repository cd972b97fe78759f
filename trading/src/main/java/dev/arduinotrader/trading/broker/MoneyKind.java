package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.trading.Mode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether orders move money that somebody earned. */
public enum MoneyKind {
  PLAY(Environment.PAPER, Mode.PAPER),
  REAL(Environment.LIVE, Mode.LIVE);

  private final Environment environment;
  private final Mode mode;

  MoneyKind(Environment environment, Mode mode) {
    this.environment = environment;
    this.mode = mode;
  }

  /** What an account with such money was opened for. */
  public Environment environment() {
    return environment;
  }

  /** The one mode in which its orders leave. */
  public Mode mode() {
    return mode;
  }

  /** The word in settings and in what a broker calls itself. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a setting; play money where it is not set.
   *
   * @param faults gets what is wrong with it
   */
  public static MoneyKind from(Map<String, String> environment, String name, List<Fault> faults) {
    String value = environment.getOrDefault(name, PLAY.word()).strip();
    for (MoneyKind kind : values()) {
      if (kind.word().equals(value)) {
        return kind;
      }
    }
    faults.add(new Fault(name, "expected play or real, found '" + value + "'"));
    return PLAY;
  }
}
