/** The universe on the wire: client, server and the messages between them. */
@NullMarked
package dev.arduinotrader.universe.grpc;

import org.jspecify.annotations.NullMarked;
