/** Alpaca's trading API of version 2: keys, questions, orders, and what it tells of an account. */
@NullMarked
package dev.arduinotrader.brokers.alpaca;

import org.jspecify.annotations.NullMarked;
