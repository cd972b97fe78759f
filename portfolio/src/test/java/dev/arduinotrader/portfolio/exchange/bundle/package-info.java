@NullMarked
package dev.arduinotrader.portfolio.exchange.bundle;

import org.jspecify.annotations.NullMarked;
