/** Tests of trading's memory. */
@NullMarked
package dev.arduinotrader.trading.store;

import org.jspecify.annotations.NullMarked;
