/** The only door to the clock. */
@NullMarked
package dev.arduinotrader.platform.time;

import org.jspecify.annotations.NullMarked;
