package dev.arduinotrader.trading.desk;

import java.util.Locale;
import java.util.Map;

/**
 * For tests only: places at which the process can be made to die, so that a test can see what a
 * restart makes of it. Does nothing unless the environment variable {@code TRADER_FAULT} names one.
 */
public interface FaultPoints {
  String VARIABLE = "TRADER_FAULT";

  /** What a killed process answers to its parent: 128 + SIGKILL. */
  int KILLED = 137;

  /** Comes by such a place. */
  void reach(Step step);

  /** Between two writes that a crash could separate. */
  enum Step {
    AFTER_INTENT,
    AFTER_SENDING_BEFORE_SUBMIT,
    AFTER_SUBMIT_BEFORE_ACK,
    AFTER_ACK,
    AFTER_EXECUTION_BEFORE_BOOKING,
    AFTER_BOOKING;

    /** Such as {@code exit-after-intent}. */
    public String faultName() {
      return "exit-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static FaultPoints none() {
    return step -> {};
  }

  /** Dies without any clean-up at the step that the environment names. */
  static FaultPoints from(Map<String, String> environment) {
    String fault = environment.get(VARIABLE);
    return fault == null
        ? none()
        : step -> {
          if (step.faultName().equals(fault)) {
            Runtime.getRuntime().halt(KILLED);
          }
        };
  }
}
