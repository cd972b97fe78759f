package dev.arduinotrader.universe.model.sample;

/** One day's prices of one security, in ticks. */
record DayBar(int open, int high, int low, int close) {}
