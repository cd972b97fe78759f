/** One trading cycle over the services' interfaces. */
@NullMarked
package dev.arduinotrader.gateway.cycle;

import org.jspecify.annotations.NullMarked;
