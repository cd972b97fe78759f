/** Local calls behave as remote ones do: deadline, limit, errors, numbers and log lines. */
@NullMarked
package dev.arduinotrader.platform.guard;

import org.jspecify.annotations.NullMarked;
