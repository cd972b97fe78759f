/** Planning over gRPC: client, server, and the messages both ways. */
@NullMarked
package dev.arduinotrader.planning.grpc;

import org.jspecify.annotations.NullMarked;
