package dev.arduinotrader.universe.model.calendar;

import java.time.LocalTime;

/**
 * Why and when a day ends early.
 *
 * @param close local time
 */
record EarlyClose(String name, LocalTime close) {}
