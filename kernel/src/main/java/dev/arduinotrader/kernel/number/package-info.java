/** Numbers as text: how decimals are read, with bounds. */
@NullMarked
package dev.arduinotrader.kernel.number;

import org.jspecify.annotations.NullMarked;
