/** Tests of what processes tell of their calls. */
@NullMarked
package dev.arduinotrader.platform.figures;

import org.jspecify.annotations.NullMarked;
