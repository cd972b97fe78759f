/** Tests of what is well and what is not. */
@NullMarked
package dev.arduinotrader.app.doctor;

import org.jspecify.annotations.NullMarked;
