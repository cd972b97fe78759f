/** The only door to market data: what securities are, what they cost, what currencies cost. */
@NullMarked
package dev.arduinotrader.universe;

import org.jspecify.annotations.NullMarked;
