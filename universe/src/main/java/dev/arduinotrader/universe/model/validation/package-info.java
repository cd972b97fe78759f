/** Finds what is wrong with prices before they are stored, and repairs what is certain. */
@NullMarked
package dev.arduinotrader.universe.model.validation;

import org.jspecify.annotations.NullMarked;
