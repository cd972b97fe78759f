/** The pure core against its laws. */
@NullMarked
package dev.arduinotrader.planning.model;

import org.jspecify.annotations.NullMarked;
