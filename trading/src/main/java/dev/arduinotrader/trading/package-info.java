/** Orders: each has one cause, one identity and one outcome, whatever breaks. */
@NullMarked
package dev.arduinotrader.trading;

import org.jspecify.annotations.NullMarked;
