/** Reads the account's movements from tables of comma-separated values. */
@NullMarked
package dev.arduinotrader.portfolio.exchange.csv;

import org.jspecify.annotations.NullMarked;
