@NullMarked
package dev.arduinotrader.portfolio.exchange.csv;

import org.jspecify.annotations.NullMarked;
