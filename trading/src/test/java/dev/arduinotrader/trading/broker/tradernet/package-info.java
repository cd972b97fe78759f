/** Tests of the package of this name. */
@NullMarked
package dev.arduinotrader.trading.broker.tradernet;

import org.jspecify.annotations.NullMarked;
