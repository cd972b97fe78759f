/** Writes an account's books into one file and reads them back without loss. */
@NullMarked
package dev.arduinotrader.portfolio.exchange.bundle;

import org.jspecify.annotations.NullMarked;
