/** Tests of the pure core. */
@NullMarked
package dev.arduinotrader.trading.model.repair;

import org.jspecify.annotations.NullMarked;
