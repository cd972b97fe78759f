/** The composition root: which services this process hosts and how it reaches the others. */
@NullMarked
package dev.arduinotrader.app.system;

import org.jspecify.annotations.NullMarked;
