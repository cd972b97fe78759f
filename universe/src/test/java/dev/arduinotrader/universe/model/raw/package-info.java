/** Tests of the unchecked rows. */
@NullMarked
package dev.arduinotrader.universe.model.raw;

import org.jspecify.annotations.NullMarked;
