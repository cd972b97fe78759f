/** Outcomes of calls: a value, or a problem with a reason code. */
@NullMarked
package dev.arduinotrader.kernel.result;

import org.jspecify.annotations.NullMarked;
