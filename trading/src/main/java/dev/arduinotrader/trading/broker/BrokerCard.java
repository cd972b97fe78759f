package dev.arduinotrader.trading.broker;

/** What every broker must be seen to do before orders go to it; a number is never used again. */
public enum BrokerCard {
  B01("An order that is sent is accepted and gets the broker's own name."),
  B02("The same client order id twice is one order."),
  B03("An order whose reply was lost is found by its client order id."),
  B04("A client order id that never arrived is answered with: not there."),
  B05("A question that fails is unclear, and never an absence."),
  B06("A filled order is told with executions of their own ids that add up to it."),
  B07("A part of an order that is executed is told while the rest is open."),
  B08("An open order that is cancelled ends as cancelled, however often that is asked."),
  B09("A filled order stays filled when somebody cancels it."),
  B10("An execution that crossed a cancellation is told all the same."),
  B11("An order that is impossible is rejected with a reason, and moves nothing."),
  B12("A statement that fails is a failure, and never an empty statement."),
  B13(
      "A statement tells what is new after a cursor, earlier things only just as before, and all of"
          + " it from the beginning."),
  B14("A cursor of another broker is refused."),
  B15("Money that came in is a movement of its own id."),
  B16("An exchange of currencies moves both balances."),
  B17("A market order is executed whatever its reckoned price."),
  B18("An order for at once or never that cannot be executed is cancelled."),
  B19("An order for the day ends with it."),
  B20("Another account's orders and money are not seen."),
  B21("After a disconnection everything is told that happened meanwhile."),
  B22("A broker that wants fewer requests is unclear about an order, and is not sent it again.");

  private final String sentence;

  BrokerCard(String sentence) {
    this.sentence = sentence;
  }

  /** What is seen when it passes. */
  public String sentence() {
    return sentence;
  }
}
