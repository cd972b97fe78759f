/** Tests of what the gateway does by itself. */
@NullMarked
package dev.arduinotrader.gateway.autopilot;

import org.jspecify.annotations.NullMarked;
