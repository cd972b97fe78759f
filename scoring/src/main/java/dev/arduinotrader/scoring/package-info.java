/** How good a security looks, in explained parts, from what was known at a decision time. */
@NullMarked
package dev.arduinotrader.scoring;

import org.jspecify.annotations.NullMarked;
