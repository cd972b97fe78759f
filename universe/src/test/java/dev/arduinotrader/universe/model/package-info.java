/** Laws of bars, rates and the times at which they became known. */
@NullMarked
package dev.arduinotrader.universe.model;

import org.jspecify.annotations.NullMarked;
