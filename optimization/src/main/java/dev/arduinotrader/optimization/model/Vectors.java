package dev.arduinotrader.optimization.model;

/** Sums and products of arrays, always in the same order so that results repeat to the bit. */
final class Vectors {
  private Vectors() {}

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Four partial sums let the processor overlap the additions. */
  static double dot(double[] one, double[] other) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < one.length; i += 4) {
      a += one[i] * other[i];
      b += one[i + 1] * other[i + 1];
      c += one[i + 2] * other[i + 2];
      d += one[i + 3] * other[i + 3];
    }
    for (; i < one.length; i++) {
      a += one[i] * other[i];
    }
    return a + b + (c + d);
  }

  /** The matrix times the vector. */
  static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  static double meanOfDiagonal(double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      sum += matrix[i][i];
    }
    return matrix.length == 0 ? 0 : sum / matrix.length;
  }
}
