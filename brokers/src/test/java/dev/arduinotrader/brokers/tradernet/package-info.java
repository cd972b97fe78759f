/** Tests of the package of this name. */
@NullMarked
package dev.arduinotrader.brokers.tradernet;

import org.jspecify.annotations.NullMarked;
