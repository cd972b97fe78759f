package dev.arduinotrader.platform.metrics;

/** Is told of every call, local or remote, on either side. Must be quick and must not throw. */
public interface CallObserver {
  /** The call begins. */
  default void started(CallInfo call) {}

  /** The call is over; told exactly once for each start. */
  void ended(CallInfo call, CallEnd end);
}
