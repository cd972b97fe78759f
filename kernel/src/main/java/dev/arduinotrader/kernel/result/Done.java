package dev.arduinotrader.kernel.result;

/** The value of a call that succeeds without an answer worth more than that. */
public enum Done {
  DONE
}
