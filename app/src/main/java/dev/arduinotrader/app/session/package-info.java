/** How a command reaches the services: the running system, or its own for a moment. */
@NullMarked
package dev.arduinotrader.app.session;

import org.jspecify.annotations.NullMarked;
