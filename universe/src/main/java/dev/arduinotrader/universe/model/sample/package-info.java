/** The sample market: fictional securities whose prices are a function of a seed and the time. */
@NullMarked
package dev.arduinotrader.universe.model.sample;

import org.jspecify.annotations.NullMarked;
