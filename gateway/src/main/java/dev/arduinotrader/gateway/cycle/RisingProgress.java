package dev.arduinotrader.gateway.cycle;

import dev.arduinotrader.gateway.CycleProgress;
import dev.arduinotrader.platform.call.ProgressSink;

/** Passes progress on so that the percentage never falls, also over several rounds. */
final class RisingProgress {
  private final ProgressSink<CycleProgress> sink;
  private int percent;

  RisingProgress(ProgressSink<CycleProgress> sink) {
    this.sink = sink;
  }

  void report(int newPercent, String step) {
    percent = Math.max(percent, newPercent);
    sink.send(new CycleProgress(percent, step));
  }
}
