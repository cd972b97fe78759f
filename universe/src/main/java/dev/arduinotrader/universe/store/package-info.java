/** What the universe keeps on disk, and the market made of it. */
@NullMarked
package dev.arduinotrader.universe.store;

import org.jspecify.annotations.NullMarked;
