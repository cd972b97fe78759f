/** The pure core: a snapshot, scores and target weights in, a plan out. */
@NullMarked
package dev.arduinotrader.planning.model;

import org.jspecify.annotations.NullMarked;
