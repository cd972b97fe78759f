/** What share of the portfolio each security should have, and the proof that it is the best. */
@NullMarked
package dev.arduinotrader.optimization;

import org.jspecify.annotations.NullMarked;
