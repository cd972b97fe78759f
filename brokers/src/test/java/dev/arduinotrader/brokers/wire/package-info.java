/** Tests of the package of this name. */
@NullMarked
package dev.arduinotrader.brokers.wire;

import org.jspecify.annotations.NullMarked;
