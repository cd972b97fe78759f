/** A local server that speaks Alpaca's documented formats and faults. */
@NullMarked
package dev.arduinotrader.brokers.alpaca;

import org.jspecify.annotations.NullMarked;
