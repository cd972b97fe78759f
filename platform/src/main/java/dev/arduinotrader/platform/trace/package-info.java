/** Which calls belong together, over threads and devices, as W3C's trace context says it. */
@NullMarked
package dev.arduinotrader.platform.trace;

import org.jspecify.annotations.NullMarked;
