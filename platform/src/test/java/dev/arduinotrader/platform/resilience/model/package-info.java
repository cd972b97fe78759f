/** Tests of the steps of breaker and retry. */
@NullMarked
package dev.arduinotrader.platform.resilience.model;

import org.jspecify.annotations.NullMarked;
