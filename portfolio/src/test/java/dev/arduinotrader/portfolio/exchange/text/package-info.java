@NullMarked
package dev.arduinotrader.portfolio.exchange.text;

import org.jspecify.annotations.NullMarked;
