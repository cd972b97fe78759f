/** Where log lines go, and the lines that every call leaves. */
@NullMarked
package dev.arduinotrader.platform.logging;

import org.jspecify.annotations.NullMarked;
