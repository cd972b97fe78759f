/** Tests of how a process is put together. */
@NullMarked
package dev.arduinotrader.app.system;

import org.jspecify.annotations.NullMarked;
