package dev.arduinotrader.platform.alert.model;

import java.time.Instant;

/** An alert that began or ended; told once. */
public sealed interface AlertNews {
  /** What it is about. */
  FiringAlert alert();

  /** When it happened. */
  Instant at();

  /** What happened, for people. */
  String text();

  /** The rule holds now and did not before. */
  record Began(FiringAlert alert) implements AlertNews {
    @Override
    public Instant at() {
      return alert.since();
    }

    @Override
    public String text() {
      return alert.text();
    }
  }

  /** The rule held before and evidence shows that it does not any more. */
  record Ended(FiringAlert alert, Instant at, String text) implements AlertNews {}
}
