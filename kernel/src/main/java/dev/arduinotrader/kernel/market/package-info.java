/** What is traded: identities, quantities, lots and price series. */
@NullMarked
package dev.arduinotrader.kernel.market;

import org.jspecify.annotations.NullMarked;
