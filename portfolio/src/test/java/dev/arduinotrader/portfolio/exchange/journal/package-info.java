@NullMarked
package dev.arduinotrader.portfolio.exchange.journal;

import org.jspecify.annotations.NullMarked;
