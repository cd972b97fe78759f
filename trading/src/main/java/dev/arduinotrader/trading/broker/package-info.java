/** What trading needs of a broker, whichever it is. */
@NullMarked
package dev.arduinotrader.trading.broker;

import org.jspecify.annotations.NullMarked;
