/** Faults that a real line to a broker has, for tests and for rehearsals on paper. */
@NullMarked
package dev.arduinotrader.trading.broker.faults;

import org.jspecify.annotations.NullMarked;
