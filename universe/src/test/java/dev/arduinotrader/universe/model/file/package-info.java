/** Price files, sound and faulty. */
@NullMarked
package dev.arduinotrader.universe.model.file;

import org.jspecify.annotations.NullMarked;
