/** Trading on the wire: client, server, and the messages both ways. */
@NullMarked
package dev.arduinotrader.trading.grpc;

import org.jspecify.annotations.NullMarked;
