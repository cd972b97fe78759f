/** What happens to calls, observed the same way on every side, and counted. */
@NullMarked
package dev.arduinotrader.platform.metrics;

import org.jspecify.annotations.NullMarked;
