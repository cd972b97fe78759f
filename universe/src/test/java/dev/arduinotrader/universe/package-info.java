/** The universe's contract suite, its laws, and the fake that other modules test against. */
@NullMarked
package dev.arduinotrader.universe;

import org.jspecify.annotations.NullMarked;
