/** Trading days and hours of exchanges: rules from data, and what follows from them. */
@NullMarked
package dev.arduinotrader.universe.model.calendar;

import org.jspecify.annotations.NullMarked;
