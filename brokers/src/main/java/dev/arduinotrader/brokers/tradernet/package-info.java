/** The wire client of Tradernet and Freedom24: signing, sending, and reading what comes back. */
@NullMarked
package dev.arduinotrader.brokers.tradernet;

import org.jspecify.annotations.NullMarked;
