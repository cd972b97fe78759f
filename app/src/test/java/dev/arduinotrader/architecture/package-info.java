/** Checks of the repository as a whole: who may use whom, tidiness, format and contracts. */
@NullMarked
package dev.arduinotrader.architecture;

import org.jspecify.annotations.NullMarked;
