/**
 * Which services this process hosts, how it reaches the others, and whether a fleet fits together.
 */
@NullMarked
package dev.arduinotrader.platform.placement;

import org.jspecify.annotations.NullMarked;
