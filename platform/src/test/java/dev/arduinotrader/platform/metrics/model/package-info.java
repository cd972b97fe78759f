/** Tests of how latencies are counted. */
@NullMarked
package dev.arduinotrader.platform.metrics.model;

import org.jspecify.annotations.NullMarked;
