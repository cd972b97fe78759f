/** Reads and writes the activities of the program Ghostfolio. */
@NullMarked
package dev.arduinotrader.portfolio.exchange.ghostfolio;

import org.jspecify.annotations.NullMarked;
