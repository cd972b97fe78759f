/** Tests of the pure core. */
@NullMarked
package dev.arduinotrader.trading.model;

import org.jspecify.annotations.NullMarked;
