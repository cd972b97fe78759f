/** Tests of the package of the same name. */
@NullMarked
package dev.arduinotrader.universe.model.calendar;

import org.jspecify.annotations.NullMarked;
