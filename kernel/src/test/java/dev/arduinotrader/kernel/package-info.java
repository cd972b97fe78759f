/** What the tests of the kernel share. */
@NullMarked
package dev.arduinotrader.kernel;

import org.jspecify.annotations.NullMarked;
