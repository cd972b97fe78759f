/** Tradernet (Freedom24) as a broker of the port. */
@NullMarked
package dev.arduinotrader.trading.broker.tradernet;

import org.jspecify.annotations.NullMarked;
