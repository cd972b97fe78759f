/** Scoring over gRPC: client, server, and the messages both ways. */
@NullMarked
package dev.arduinotrader.scoring.grpc;

import org.jspecify.annotations.NullMarked;
