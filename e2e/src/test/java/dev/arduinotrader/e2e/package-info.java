/** Tests of whole processes: the real program, real ports, real kills. */
@NullMarked
package dev.arduinotrader.e2e;

import org.jspecify.annotations.NullMarked;
