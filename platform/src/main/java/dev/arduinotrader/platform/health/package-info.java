/** How services find themselves, and how they look from outside. */
@NullMarked
package dev.arduinotrader.platform.health;

import org.jspecify.annotations.NullMarked;
