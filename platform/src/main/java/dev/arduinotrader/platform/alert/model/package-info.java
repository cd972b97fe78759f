/** When something is worth an alert, and when it is over: pure rules over what was observed. */
@NullMarked
package dev.arduinotrader.platform.alert.model;

import org.jspecify.annotations.NullMarked;
