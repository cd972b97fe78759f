/** Bars, rates and the times at which they became known: values in, values out. */
@NullMarked
package dev.arduinotrader.universe.model;

import org.jspecify.annotations.NullMarked;
