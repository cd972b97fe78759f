/** Tests of the portfolio, and the fake of it that other modules test with. */
@NullMarked
package dev.arduinotrader.portfolio;

import org.jspecify.annotations.NullMarked;
