/** What the gateway keeps: cycles, plans, jobs, the autopilot's state and the fleet's events. */
@NullMarked
package dev.arduinotrader.gateway.store;

import org.jspecify.annotations.NullMarked;
