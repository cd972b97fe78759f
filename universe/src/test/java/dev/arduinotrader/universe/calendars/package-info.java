/** Tests of the package of the same name. */
@NullMarked
package dev.arduinotrader.universe.calendars;

import org.jspecify.annotations.NullMarked;
