/** Changes to a fleet of devices while it works: services that move, and the way back. */
@NullMarked
package dev.arduinotrader.app.fleet;

import org.jspecify.annotations.NullMarked;
