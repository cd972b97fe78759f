/** The program itself: everything put together, and the command line. */
@NullMarked
package dev.arduinotrader.app;

import org.jspecify.annotations.NullMarked;
