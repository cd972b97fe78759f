/** Tests of the sample market: its laws, its facts and its statistics. */
@NullMarked
package dev.arduinotrader.universe.model.sample;

import org.jspecify.annotations.NullMarked;
