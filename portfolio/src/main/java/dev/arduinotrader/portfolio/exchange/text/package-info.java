/** What all texts of books that other programs read have in common. */
@NullMarked
package dev.arduinotrader.portfolio.exchange.text;

import org.jspecify.annotations.NullMarked;
