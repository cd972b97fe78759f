/** Tests of trading, and the fake that other modules test with. */
@NullMarked
package dev.arduinotrader.trading;

import org.jspecify.annotations.NullMarked;
