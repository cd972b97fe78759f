package dev.arduinotrader.brokers.alpaca;

import dev.arduinotrader.kernel.result.Problem;

/** What came back from sending something that must not happen twice. */
public sealed interface AlpacaSent {
  /** The broker has it. */
  record Taken(AlpacaOrder order) implements AlpacaSent {}

  /** The broker refused it in its own words. */
  record Refused(String reason) implements AlpacaSent {}

  /** It has an order of this name already, which may be this one. */
  record NameIsTaken() implements AlpacaSent {}

  /** Nobody can say. */
  record Unclear(Problem problem) implements AlpacaSent {}
}
