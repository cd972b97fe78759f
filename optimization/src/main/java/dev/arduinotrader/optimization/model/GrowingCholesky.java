package dev.arduinotrader.optimization.model;

/**
 * The Cholesky factor of a symmetric positive definite matrix whose rows and columns come and go
 * one at a time, each in a time that grows with the square of the size, not the cube.
 */
final class GrowingCholesky {
  /** A pivot below this share of its diagonal entry is rounding: the matrix is not definite. */
  private static final double PIVOT_SHARE_MIN = 1e-14;

  private final double[][] factor;
  private int size;

  GrowingCholesky(int sizeMax) {
    factor = new double[sizeMax][];
  }

  int size() {
    return size;
  }

  /**
   * Adds a row and column at the end.
   *
   * @param row its entries against those present, in their order; longer arrays are cut
   * @return false, and nothing changes, when the matrix would not be positive definite
   */
  boolean append(double[] row, double diagonal) {
    double[] added = new double[size + 1];
    double pivot = diagonal;
    for (int i = 0; i < size; i++) {
      double value = row[i];
      double[] above = factor[i];
      for (int k = 0; k < i; k++) {
        value -= above[k] * added[k];
      }
      added[i] = value / above[i];
      pivot -= added[i] * added[i];
    }
    if (!(pivot > PIVOT_SHARE_MIN * diagonal)) {
      return false;
    }
    added[size] = Math.sqrt(pivot);
    factor[size++] = added;
    return true;
  }

  /** Removes the row and column at this position; those behind it move up. */
  void remove(int position) {
    size--;
    System.arraycopy(factor, position + 1, factor, position, size - position);
    for (int column = position; column < size; column++) {
      double[] pivotRow = factor[column];
      double length = Math.hypot(pivotRow[column], pivotRow[column + 1]);
      double cosine = pivotRow[column] / length;
      double sine = pivotRow[column + 1] / length;
      for (int i = column; i < size; i++) {
        double[] row = factor[i];
        double left = row[column];
        double right = row[column + 1];
        row[column] = cosine * left + sine * right;
        row[column + 1] = cosine * right - sine * left;
      }
    }
  }

  /** Replaces the right side of the equations by their solution. */
  void solve(double[] values) {
    for (int i = 0; i < size; i++) {
      double[] row = factor[i];
      double value = values[i];
      for (int k = 0; k < i; k++) {
        value -= row[k] * values[k];
      }
      values[i] = value / row[i];
    }
    for (int i = size - 1; i >= 0; i--) {
      double[] row = factor[i];
      values[i] /= row[i];
      for (int k = 0; k < i; k++) {
        values[k] -= row[k] * values[i];
      }
    }
  }

  /** Whether a symmetric matrix is positive definite beyond rounding. */
  static boolean isPositiveDefinite(double[][] matrix) {
    GrowingCholesky factor = new GrowingCholesky(matrix.length);
    for (int i = 0; i < matrix.length; i++) {
      if (!factor.append(matrix[i], matrix[i][i])) {
        return false;
      }
    }
    return true;
  }
}
