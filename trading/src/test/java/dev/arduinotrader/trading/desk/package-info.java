/** Tests of the desk's parts. */
@NullMarked
package dev.arduinotrader.trading.desk;

import org.jspecify.annotations.NullMarked;
