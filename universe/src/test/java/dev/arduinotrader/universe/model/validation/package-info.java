/** Tests of the checks of prices. */
@NullMarked
package dev.arduinotrader.universe.model.validation;

import org.jspecify.annotations.NullMarked;
