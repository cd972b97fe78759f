/** A broker with play money and real prices, with a book of its own as if it were elsewhere. */
@NullMarked
package dev.arduinotrader.trading.broker.paper;

import org.jspecify.annotations.NullMarked;
