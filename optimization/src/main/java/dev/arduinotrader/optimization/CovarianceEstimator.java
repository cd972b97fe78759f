package dev.arduinotrader.optimization;

/** How the covariance of returns is estimated. */
public enum CovarianceEstimator {
  /** The sample covariance, divided by n - 1. */
  SAMPLE,
  /** The sample covariance shrunk towards a scaled identity (Ledoit and Wolf 2004). */
  LEDOIT_WOLF
}
