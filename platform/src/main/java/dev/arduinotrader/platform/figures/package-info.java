/** What processes tell of their calls, and the one picture that is made of it. */
@NullMarked
package dev.arduinotrader.platform.figures;

import org.jspecify.annotations.NullMarked;
