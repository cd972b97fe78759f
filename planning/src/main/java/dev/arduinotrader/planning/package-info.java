/** The provably best next trades, each with its reason, numbers and alternatives. */
@NullMarked
package dev.arduinotrader.planning;

import org.jspecify.annotations.NullMarked;
