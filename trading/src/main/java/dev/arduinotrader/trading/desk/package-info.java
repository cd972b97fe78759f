/** The work itself: sending orders, taking in the broker's news, and telling the books. */
@NullMarked
package dev.arduinotrader.trading.desk;

import org.jspecify.annotations.NullMarked;
