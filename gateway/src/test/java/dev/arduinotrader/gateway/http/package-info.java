/** Tests of the HTTP door over a real port. */
@NullMarked
package dev.arduinotrader.gateway.http;

import org.jspecify.annotations.NullMarked;
