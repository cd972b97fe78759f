/** The sources of market data behind one port, each with its budget, time limit and health. */
@NullMarked
package dev.arduinotrader.universe.sources;

import org.jspecify.annotations.NullMarked;
