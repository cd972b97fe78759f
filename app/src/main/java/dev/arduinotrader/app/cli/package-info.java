/** The command line: commands in, tables or JSON out. */
@NullMarked
package dev.arduinotrader.app.cli;

import org.jspecify.annotations.NullMarked;
