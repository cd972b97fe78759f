package dev.arduinotrader.docs;

import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.model.OrderEvent;
import dev.arduinotrader.trading.model.OrderLife;
import dev.arduinotrader.trading.model.Transition;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/order-states.md} says what {@link OrderLife} does. */
class OrderStatesTest {
  /** Every event by how a person would call it, in the order of the document. */
  private static final Map<String, OrderEvent> EVENTS = events();

  @Test
  void documentsEveryPairOfStateAndEvent() {
    StringBuilder text = new StringBuilder();
    for (OrderState state : OrderState.values()) {
      text.append(
          "\n## %s\n\n| What happens | State then | Why |\n|---|---|---|\n".formatted(state));
      EVENTS.forEach((name, event) -> text.append(row(name, OrderLife.next(state, event))));
    }
    GeneratedTablesTest.compareOrWrite("docs/order-states.md", text.append('\n').toString());
  }

  private static String row(String name, Transition transition) {
    return switch (transition) {
      case Transition.Moved(OrderState state) -> "| %s | `%s` | |\n".formatted(name, state);
      case Transition.Ignored(String reason) -> "| %s | - | %s |\n".formatted(name, reason);
      case Transition.Incident(OrderState state, String what) ->
          "| %s | `%s` | **incident**: %s |\n".formatted(name, state, what);
    };
  }

  private static Map<String, OrderEvent> events() {
    Map<String, OrderEvent> events = new LinkedHashMap<>();
    events.put("we begin to send it", new OrderEvent.SendBegun());
    events.put("the reply to sending is lost", new OrderEvent.ReplyLost());
    events.put("our gate denies it", new OrderEvent.Denied());
    events.put("the broker says it is open", new OrderEvent.Accepted(false));
    events.put("the broker says it is open, a part executed", new OrderEvent.Accepted(true));
    events.put("the broker rejects it", new OrderEvent.Rejected());
    events.put("a part is executed", executed(4));
    events.put("the rest is executed", executed(6));
    events.put("more than the rest is executed", executed(7));
    events.put("the broker replaces it", new OrderEvent.Replaced());
    events.put("we want it cancelled", new OrderEvent.CancelAsked());
    events.put("the reply to cancelling is lost", new OrderEvent.CancelReplyLost());
    events.put("the broker says it is cancelled", new OrderEvent.Cancelled());
    events.put("its time is over", new OrderEvent.Expired());
    events.put("it is proved that the broker lacks it", new OrderEvent.AbsenceProved());
    return events;
  }

  /** Of an order of 10, of which 4 were executed before. */
  private static OrderEvent executed(long amount) {
    return new OrderEvent.Executed(
        BigDecimal.TEN, BigDecimal.valueOf(4), BigDecimal.valueOf(amount));
  }
}
