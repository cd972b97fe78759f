/** Tells the household what went wrong and when it is well again, each thing once. */
@NullMarked
package dev.arduinotrader.platform.alert;

import org.jspecify.annotations.NullMarked;
