/** How latencies are counted with a fixed memory: values in, values out. */
@NullMarked
package dev.arduinotrader.platform.metrics.model;

import org.jspecify.annotations.NullMarked;
