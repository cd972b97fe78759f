/** The gateway on the wire. */
@NullMarked
package dev.arduinotrader.gateway.grpc;

import org.jspecify.annotations.NullMarked;
