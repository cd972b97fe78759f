/** Finding securities by what people type. */
@NullMarked
package dev.arduinotrader.universe.model.search;

import org.jspecify.annotations.NullMarked;
