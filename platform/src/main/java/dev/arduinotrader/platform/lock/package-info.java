/** What keeps a data directory safe: one owner of each file, and no way back in time. */
@NullMarked
package dev.arduinotrader.platform.lock;

import org.jspecify.annotations.NullMarked;
