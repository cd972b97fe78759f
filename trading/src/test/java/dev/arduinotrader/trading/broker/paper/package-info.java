/** Tests of the paper broker. */
@NullMarked
package dev.arduinotrader.trading.broker.paper;

import org.jspecify.annotations.NullMarked;
