/** Tests of the cycle. */
@NullMarked
package dev.arduinotrader.gateway.cycle;

import org.jspecify.annotations.NullMarked;
