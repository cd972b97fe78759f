/** Reads the files of an import from the disk. */
@NullMarked
package dev.arduinotrader.universe.files;

import org.jspecify.annotations.NullMarked;
