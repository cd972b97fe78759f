/** The pure core of scoring: indicators, tables and their sum, without I/O, clock or threads. */
@NullMarked
package dev.arduinotrader.scoring.model;

import org.jspecify.annotations.NullMarked;
