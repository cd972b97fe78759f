/** The pure core of the portfolio: double entry, valuation, hashes and rules; values in and out. */
@NullMarked
package dev.arduinotrader.portfolio.model;

import org.jspecify.annotations.NullMarked;
