/** Connections to other processes: one for each target, kept alive and watched. */
@NullMarked
package dev.arduinotrader.platform.channel;

import org.jspecify.annotations.NullMarked;
