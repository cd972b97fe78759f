package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.trading.broker.BrokerExecution;
import java.time.Instant;

/** What becomes of an open order as the market goes on. */
sealed interface PaperStep {
  PaperOrder order();

  /** It is executed, if cash and holdings allow it. */
  record Fill(PaperOrder order, BrokerExecution execution, Rest rest) implements PaperStep {}

  /** It ends unexecuted. */
  record End(PaperOrder order, OrderEnd end, String reason, Instant at) implements PaperStep {}

  /** Nothing yet; the next quote is looked for after this instant. */
  record Wait(PaperOrder order, Instant searchedAt) implements PaperStep {}

  /** What becomes of what is not executed. */
  enum Rest {
    NONE,
    STAYS_OPEN,
    CANCELLED
  }

  /** How an order ends without an execution. */
  enum OrderEnd {
    CANCELLED,
    EXPIRED,
    REJECTED
  }

  /** When it happens; what happens first is done first. */
  default Instant at() {
    return switch (this) {
      case Fill(PaperOrder order, BrokerExecution execution, Rest rest) -> execution.at();
      case End(PaperOrder order, OrderEnd end, String reason, Instant at) -> at;
      case Wait(PaperOrder order, Instant searchedAt) -> searchedAt;
    };
  }
}
