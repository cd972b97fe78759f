/** The pure core of optimisation: returns, covariance, solver and hierarchy, values to values. */
@NullMarked
package dev.arduinotrader.optimization.model;

import org.jspecify.annotations.NullMarked;
