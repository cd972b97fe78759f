/** Money, prices and exchange rates: exact decimals that know their currency. */
@NullMarked
package dev.arduinotrader.kernel.money;

import org.jspecify.annotations.NullMarked;
