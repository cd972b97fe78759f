/** Tests of the package of this name. */
@NullMarked
package dev.arduinotrader.universe.sources;

import org.jspecify.annotations.NullMarked;
