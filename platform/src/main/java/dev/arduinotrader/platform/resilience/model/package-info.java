/** The rules of breaker and retry as pure steps: state and event in, state and answer out. */
@NullMarked
package dev.arduinotrader.platform.resilience.model;

import org.jspecify.annotations.NullMarked;
