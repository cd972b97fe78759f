/** How well an account did: pure figures from daily values and flows, each with its formula. */
@NullMarked
package dev.arduinotrader.portfolio.model.performance;

import org.jspecify.annotations.NullMarked;
