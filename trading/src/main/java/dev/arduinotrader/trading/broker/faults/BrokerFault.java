package dev.arduinotrader.trading.broker.faults;

import java.util.Arrays;
import java.util.List;

/** What can go wrong on the way to a broker and back. */
public enum BrokerFault {
  DISCONNECTED("The call does not arrive, and nobody says so."),
  REPLY_LOST("The call arrives; the answer does not."),
  ERROR_AFTER_EFFECT("The call has its effect, and is answered with an error of the server."),
  DELAYED("The call arrives after the answer was given up."),
  RATE_LIMITED("The broker wants fewer requests, and does nothing."),
  DUPLICATED("Old news is told once more, beside the new."),
  REORDERED("News is told in another order."),
  LISTS_LAG("Lists do not know yet what happened, though the broker does.");

  private final String sentence;

  BrokerFault(String sentence) {
    this.sentence = sentence;
  }

  /** What happens. */
  public String sentence() {
    return sentence;
  }

  /** Whether it can happen to such a call. */
  public boolean concerns(BrokerCall call) {
    return switch (this) {
      case DISCONNECTED, REPLY_LOST, RATE_LIMITED -> true;
      case ERROR_AFTER_EFFECT, DELAYED ->
          call == BrokerCall.ORDER || call == BrokerCall.CANCELLATION;
      case DUPLICATED, REORDERED -> call == BrokerCall.STATEMENT;
      case LISTS_LAG -> call == BrokerCall.QUESTION || call == BrokerCall.STATEMENT;
    };
  }

  /** Those that can happen to such a call, in their order. */
  static List<BrokerFault> of(BrokerCall call) {
    return Arrays.stream(values()).filter(fault -> fault.concerns(call)).toList();
  }
}
