/** The acceptance cards that every broker passes. */
@NullMarked
package dev.arduinotrader.trading.broker;

import org.jspecify.annotations.NullMarked;
