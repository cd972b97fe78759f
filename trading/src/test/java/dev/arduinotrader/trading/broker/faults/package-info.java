/** Seen to be as bad as it says: the faulty line. */
@NullMarked
package dev.arduinotrader.trading.broker.faults;

import org.jspecify.annotations.NullMarked;
