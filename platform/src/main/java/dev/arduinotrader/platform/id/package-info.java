/** The only door to fresh identities. */
@NullMarked
package dev.arduinotrader.platform.id;

import org.jspecify.annotations.NullMarked;
