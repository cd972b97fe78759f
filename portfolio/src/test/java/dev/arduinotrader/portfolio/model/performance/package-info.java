@NullMarked
package dev.arduinotrader.portfolio.model.performance;

import org.jspecify.annotations.NullMarked;
