/** Tests of how commands find their services. */
@NullMarked
package dev.arduinotrader.app.session;

import org.jspecify.annotations.NullMarked;
