/** Tests of certificates and roles. */
@NullMarked
package dev.arduinotrader.platform.tls;

import org.jspecify.annotations.NullMarked;
