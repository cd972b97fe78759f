/** Reads and writes the CSV files of the program Portfolio Performance. */
@NullMarked
package dev.arduinotrader.portfolio.exchange.portfolioperformance;

import org.jspecify.annotations.NullMarked;
