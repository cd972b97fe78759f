/** Tests of the adjustment of prices. */
@NullMarked
package dev.arduinotrader.universe.model.adjust;

import org.jspecify.annotations.NullMarked;
