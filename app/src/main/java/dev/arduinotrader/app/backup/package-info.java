/** Copies of all state as of one instant, proved before they are kept, and the way back. */
@NullMarked
package dev.arduinotrader.app.backup;

import org.jspecify.annotations.NullMarked;
