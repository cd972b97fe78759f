/** The formats of price files: text in, series or every fault out. */
@NullMarked
package dev.arduinotrader.universe.model.file;

import org.jspecify.annotations.NullMarked;
