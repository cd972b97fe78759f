/** Works splits and dividends into series of prices as they were traded. */
@NullMarked
package dev.arduinotrader.universe.model.adjust;

import org.jspecify.annotations.NullMarked;
