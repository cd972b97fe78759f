/** The exact search against independent brute force. */
@NullMarked
package dev.arduinotrader.planning.model.search;

import org.jspecify.annotations.NullMarked;
