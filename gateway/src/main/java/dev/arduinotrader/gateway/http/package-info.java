/** The HTTP door: JSON for programs, a page for people, and what keeps strangers out. */
@NullMarked
package dev.arduinotrader.gateway.http;

import org.jspecify.annotations.NullMarked;
