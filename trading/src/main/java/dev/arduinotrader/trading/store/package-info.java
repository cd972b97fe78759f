/**
 * Trading's memory: what it wants, what it sent, what it was told, and what the books must hear.
 */
@NullMarked
package dev.arduinotrader.trading.store;

import org.jspecify.annotations.NullMarked;
