/** Optimization over gRPC: client, server, and the messages both ways. */
@NullMarked
package dev.arduinotrader.optimization.grpc;

import org.jspecify.annotations.NullMarked;
