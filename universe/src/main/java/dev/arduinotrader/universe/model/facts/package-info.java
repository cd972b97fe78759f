/** The facts about a security: what sources say, what people correct, and what follows. */
@NullMarked
package dev.arduinotrader.universe.model.facts;

import org.jspecify.annotations.NullMarked;
