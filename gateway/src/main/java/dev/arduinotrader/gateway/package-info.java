/**
 * Where people and machines come in: the trading cycle, its schedule, its archive and its pages.
 */
@NullMarked
package dev.arduinotrader.gateway;

import org.jspecify.annotations.NullMarked;
