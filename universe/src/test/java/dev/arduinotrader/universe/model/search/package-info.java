/** Tests of finding securities. */
@NullMarked
package dev.arduinotrader.universe.model.search;

import org.jspecify.annotations.NullMarked;
