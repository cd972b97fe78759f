/** Rows of prices as a source gave them, before anything was checked. */
@NullMarked
package dev.arduinotrader.universe.model.raw;

import org.jspecify.annotations.NullMarked;
