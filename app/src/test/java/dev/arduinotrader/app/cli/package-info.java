/** Tests of what commands print and write. */
@NullMarked
package dev.arduinotrader.app.cli;

import org.jspecify.annotations.NullMarked;
