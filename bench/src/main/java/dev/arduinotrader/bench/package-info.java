/** Measurements of the whole program; never part of the tests. */
@NullMarked
package dev.arduinotrader.bench;

import org.jspecify.annotations.NullMarked;
