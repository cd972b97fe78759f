/** Ordered start and bounded stop of a process. */
@NullMarked
package dev.arduinotrader.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
