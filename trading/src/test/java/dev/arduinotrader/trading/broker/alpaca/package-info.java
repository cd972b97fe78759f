/** Alpaca's adapter against a local server. */
@NullMarked
package dev.arduinotrader.trading.broker.alpaca;

import org.jspecify.annotations.NullMarked;
