/** The exact search over sets of trades, on plain numbers. */
@NullMarked
package dev.arduinotrader.planning.model.search;

import org.jspecify.annotations.NullMarked;
