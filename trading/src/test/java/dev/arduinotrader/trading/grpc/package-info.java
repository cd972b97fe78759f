/** Tests of trading on the wire. */
@NullMarked
package dev.arduinotrader.trading.grpc;

import org.jspecify.annotations.NullMarked;
