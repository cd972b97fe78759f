/** The pure core of trading: the life of an order, the gate, and what a trade costs at worst. */
@NullMarked
package dev.arduinotrader.trading.model;

import org.jspecify.annotations.NullMarked;
