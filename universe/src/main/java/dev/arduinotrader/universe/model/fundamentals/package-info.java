/** Dated facts: reading them from files, and choosing those in force. */
@NullMarked
package dev.arduinotrader.universe.model.fundamentals;

import org.jspecify.annotations.NullMarked;
