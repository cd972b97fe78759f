package dev.arduinotrader.brokers.tradernet;

import dev.arduinotrader.kernel.result.Problem;

/** What came of a command that changes something and was sent once. */
public sealed interface TradernetSent {
  /** The broker took it. */
  record Taken(String orderId) implements TradernetSent {}

  /** The broker read it and refused it, in a documented form. */
  record Refused(Problem problem) implements TradernetSent {}

  /** Nobody can say: it may have been done. */
  record Unclear(Problem problem) implements TradernetSent {}
}
