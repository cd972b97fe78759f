/** The planning service against its contract, with its fake for other modules. */
@NullMarked
package dev.arduinotrader.planning;

import org.jspecify.annotations.NullMarked;
