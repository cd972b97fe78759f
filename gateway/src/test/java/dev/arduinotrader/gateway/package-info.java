/** A fake of the gateway with a sample fund, for the tests of its callers. */
@NullMarked
package dev.arduinotrader.gateway;

import org.jspecify.annotations.NullMarked;
