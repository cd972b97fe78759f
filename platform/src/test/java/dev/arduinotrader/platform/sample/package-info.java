/** A small service with which the calls themselves are tested. */
@NullMarked
package dev.arduinotrader.platform.sample;

import org.jspecify.annotations.NullMarked;
