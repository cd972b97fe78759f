/** Alpaca as a broker of the port. */
@NullMarked
package dev.arduinotrader.trading.broker.alpaca;

import org.jspecify.annotations.NullMarked;
