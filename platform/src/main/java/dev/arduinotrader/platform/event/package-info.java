/** Numbered event logs, written with the change that they tell of. */
@NullMarked
package dev.arduinotrader.platform.event;

import org.jspecify.annotations.NullMarked;
