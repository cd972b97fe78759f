/** The calendars that come with the program, read from its resources. */
@NullMarked
package dev.arduinotrader.universe.calendars;

import org.jspecify.annotations.NullMarked;
