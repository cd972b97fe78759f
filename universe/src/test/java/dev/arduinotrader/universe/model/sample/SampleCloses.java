package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.Bars;
import java.time.LocalDate;

/** Closes and figures made from them, for tests. */
final class SampleCloses {
  private SampleCloses() {}

  static Bars bars(SampleMarket market, Security security, LocalDate last) {
    return market.bars(security.isin(), last).orElseThrow().bars();
  }

  static double[] logReturns(double[] closes) {
    double[] returns = new double[closes.length - 1];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = Math.log(closes[i + 1] / closes[i]);
    }
    return returns;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The mean of (value - mean)^power. */
  static double moment(double[] values, int power) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += Math.pow(value - mean, power);
    }
    return sum / values.length;
  }

  static double kurtosis(double[] values) {
    return moment(values, 4) / Math.pow(moment(values, 2), 2);
  }

  static double correlation(double[] left, double[] right) {
    double leftMean = mean(left);
    double rightMean = mean(right);
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (left[i] - leftMean) * (right[i] - rightMean);
    }
    return sum / left.length / Math.sqrt(moment(left, 2) * moment(right, 2));
  }
}
