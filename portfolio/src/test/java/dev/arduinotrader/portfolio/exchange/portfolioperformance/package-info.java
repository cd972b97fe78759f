@NullMarked
package dev.arduinotrader.portfolio.exchange.portfolioperformance;

import org.jspecify.annotations.NullMarked;
