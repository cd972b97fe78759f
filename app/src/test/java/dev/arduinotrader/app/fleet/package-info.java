/** Tests of changes to a fleet of devices. */
@NullMarked
package dev.arduinotrader.app.fleet;

import org.jspecify.annotations.NullMarked;
