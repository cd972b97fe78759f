package dev.arduinotrader.trading.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.model.Transition.Ignored;
import dev.arduinotrader.trading.model.Transition.Incident;
import dev.arduinotrader.trading.model.Transition.Moved;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OrderLifeTest {
  private static final OrderEvent PART = executed(10, 0, 4);
  private static final OrderEvent ALL = executed(10, 4, 6);
  private static final OrderEvent TOO_MUCH = executed(10, 4, 7);

  /** The events in the order of the table's columns. */
  private static final List<OrderEvent> EVENTS =
      List.of(
          new OrderEvent.SendBegun(),
          new OrderEvent.Accepted(false),
          new OrderEvent.Rejected(),
          new OrderEvent.ReplyLost(),
          PART,
          ALL,
          TOO_MUCH,
          new OrderEvent.Replaced(),
          new OrderEvent.CancelAsked(),
          new OrderEvent.CancelReplyLost(),
          new OrderEvent.Cancelled(),
          new OrderEvent.Expired(),
          new OrderEvent.Denied(),
          new OrderEvent.AbsenceProved());

  /** A dot: nothing changes. An exclamation mark: an incident. Letters: the state afterwards. */
  private static final String TABLE =
      """
      from             send accp rejt  lost part  all   more  repl  canc clos cncd  expd deny  absn
      INTENDED         SEND ACC! REJ!  .    PAR!  FIL!  FIL!  UNK!  CAN  .    CAN!  EXP  DEN   .
      SENDING          .    ACC  REJ   UNK  PAR   FIL   FIL!  SEND! .    .    CAN   EXP  .     ABS
      ACCEPTED         .    .    REJ   .    PAR   FIL   FIL!  ACC!  CRQ  .    CAN   EXP  .     UNK!
      PARTIALLY_FILLED .    .    REJ!  .    PAR   FIL   FIL!  PAR!  CRQ  .    CAN   EXP  .     UNK!
      FILLED           .    .    FIL!  .    FIL!  FIL!  FIL!  FIL!  .    .    FIL!  FIL! .     .
      CANCEL_REQUESTED .    .    REJ   .    CRQ   FIL   FIL!  CRQ!  .    CUN  CAN   EXP  .     UNK!
      CANCEL_UNKNOWN   .    ACC  REJ   .    CUN   FIL   FIL!  CUN!  CRQ  .    CAN   EXP  .     UNK!
      CANCELLED        .    .    .     .    CAN!  FIL!  FIL!  UNK!  .    .    .     .    .     .
      EXPIRED          .    .    .     .    EXP!  FIL!  FIL!  UNK!  .    .    .     .    .     .
      REJECTED         .    .    .     .    REJ!  FIL!  FIL!  UNK!  .    .    .     .    .     .
      DENIED           .    ACC! REJ!  .    PAR!  FIL!  FIL!  UNK!  .    .    CAN!  EXP! .     .
      UNKNOWN          .    ACC  REJ   .    PAR   FIL   FIL!  UNK!  .    .    CAN   EXP  .     ABS
      ABSENT           SEND ACC! REJ!  .    PAR!  FIL!  FIL!  UNK!  .    .    CAN!  EXP! .     .
      """;

  private static final Pattern CELLS = Pattern.compile("\\s+");

  private static final Map<String, OrderState> SHORT =
      Map.ofEntries(
          Map.entry("SEND", OrderState.SENDING),
          Map.entry("ACC", OrderState.ACCEPTED),
          Map.entry("PAR", OrderState.PARTIALLY_FILLED),
          Map.entry("FIL", OrderState.FILLED),
          Map.entry("CRQ", OrderState.CANCEL_REQUESTED),
          Map.entry("CUN", OrderState.CANCEL_UNKNOWN),
          Map.entry("CAN", OrderState.CANCELLED),
          Map.entry("EXP", OrderState.EXPIRED),
          Map.entry("REJ", OrderState.REJECTED),
          Map.entry("DEN", OrderState.DENIED),
          Map.entry("UNK", OrderState.UNKNOWN),
          Map.entry("ABS", OrderState.ABSENT));

  @Test
  void everyPairOfStateAndEventIsDecidedAsTheTableSays() {
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> found = new LinkedHashMap<>();
    List<String> lines = TABLE.lines().skip(1).toList();
    for (String line : lines) {
      List<String> cells = CELLS.splitAsStream(line.trim()).toList();
      OrderState state = OrderState.valueOf(cells.getFirst());
      for (int column = 0; column < EVENTS.size(); column++) {
        String pair = state + " + " + EVENTS.get(column);
        expected.put(pair, cells.get(column + 1));
        found.put(pair, shorten(OrderLife.next(state, EVENTS.get(column))));
      }
    }
    assertThat(lines).hasSize(OrderState.values().length);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void onlyEvidenceLeadsOutOfUnknown() {
    assertThat(OrderLife.next(OrderState.UNKNOWN, new OrderEvent.SendBegun()))
        .isInstanceOf(Ignored.class);
    assertThat(OrderLife.next(OrderState.UNKNOWN, new OrderEvent.CancelAsked()))
        .isInstanceOf(Ignored.class);
    assertThat(OrderLife.next(OrderState.UNKNOWN, new OrderEvent.Denied()))
        .isInstanceOf(Ignored.class);
  }

  @Test
  void anOrderFoundOpenKeepsThatItIsPartlyFilled() {
    assertThat(OrderLife.next(OrderState.CANCEL_UNKNOWN, new OrderEvent.Accepted(true)))
        .isEqualTo(new Moved(OrderState.PARTIALLY_FILLED));
  }

  @Test
  void anOverfillSaysBothQuantities() {
    assertThat(OrderLife.next(OrderState.ACCEPTED, TOO_MUCH))
        .isEqualTo(new Incident(OrderState.FILLED, "executed 11 of 10 ordered"));
  }

  private static String shorten(Transition transition) {
    return switch (transition) {
      case Moved(OrderState state) -> shorten(state);
      case Ignored ignored -> ".";
      case Incident(OrderState state, String what) -> shorten(state) + "!";
    };
  }

  private static String shorten(OrderState state) {
    return SHORT.entrySet().stream()
        .filter(entry -> entry.getValue() == state)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(state.name());
  }

  private static OrderEvent executed(long ordered, long before, long amount) {
    return new OrderEvent.Executed(
        BigDecimal.valueOf(ordered), BigDecimal.valueOf(before), BigDecimal.valueOf(amount));
  }
}
