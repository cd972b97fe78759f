package dev.arduinotrader.e2e;

import io.grpc.Grpc;
import io.grpc.HandlerRegistry;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every call on a port with a fault of the program, as a service with a bug would. */
final class ErringServer implements AutoCloseable {
  private static final MethodDescriptor.Marshaller<byte[]> BYTES =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
          return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
          try {
            return stream.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };

  private final AtomicInteger answered = new AtomicInteger();
  private final Server server;

  ErringServer(int port) throws IOException {
    server =
        Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
            .fallbackHandlerRegistry(
                new HandlerRegistry() {
                  @Override
                  public ServerMethodDefinition<byte[], byte[]> lookupMethod(
                      String name, String authority) {
                    return erring(name);
                  }
                })
            .build()
            .start();
  }

  private ServerMethodDefinition<byte[], byte[]> erring(String name) {
    MethodDescriptor<byte[], byte[]> method =
        MethodDescriptor.newBuilder(BYTES, BYTES)
            .setFullMethodName(name)
            .setType(MethodDescriptor.MethodType.UNKNOWN)
            .build();
    return ServerMethodDefinition.create(
        method,
        (call, headers) -> {
          answered.incrementAndGet();
          call.close(Status.INTERNAL.withDescription("a fault of the program"), new Metadata());
          return new ServerCall.Listener<>() {};
        });
  }

  /** How many calls it has answered. */
  int answered() {
    return answered.get();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
