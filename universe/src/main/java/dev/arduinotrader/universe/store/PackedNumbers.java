package dev.arduinotrader.universe.store;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Arrays of numbers as bytes, big endian. */
final class PackedNumbers {
  private PackedNumbers() {}

  static byte[] pack(int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  static byte @Nullable [] pack(double @Nullable [] values) {
    if (values == null) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }

  static byte[] pack(long[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return bytes.array();
  }

  static long[] longs(byte[] bytes) {
    long[] values = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(values);
    return values;
  }

  static int[] integers(byte[] bytes) {
    int[] values = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return values;
  }

  static double @Nullable [] doubles(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    double[] values = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
    return values;
  }
}
