@NullMarked
package dev.arduinotrader.portfolio.exchange.ghostfolio;

import org.jspecify.annotations.NullMarked;
