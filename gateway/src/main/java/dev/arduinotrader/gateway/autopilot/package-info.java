/** Starts cycles by itself: on schedule, and when money or executions arrive. */
@NullMarked
package dev.arduinotrader.gateway.autopilot;

import org.jspecify.annotations.NullMarked;
