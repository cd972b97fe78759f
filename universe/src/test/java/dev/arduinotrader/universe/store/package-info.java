/** The store keeps what it was given. */
@NullMarked
package dev.arduinotrader.universe.store;

import org.jspecify.annotations.NullMarked;
