/** Tests of traces. */
@NullMarked
package dev.arduinotrader.platform.trace;

import org.jspecify.annotations.NullMarked;
