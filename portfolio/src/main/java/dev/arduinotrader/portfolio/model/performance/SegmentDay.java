package dev.arduinotrader.portfolio.model.performance;

/**
 * One segment (a country, an industry, a currency) on one day, in the portfolio and in the
 * benchmark.
 *
 * @param portfolioWeight share of the portfolio at the day's beginning
 * @param portfolioReturn the segment's return in the portfolio, 0 where the weight is 0
 * @param benchmarkWeight share of the benchmark at the day's beginning
 * @param benchmarkReturn the segment's return in the benchmark, 0 where the weight is 0
 */
public record SegmentDay(
    String segment,
    double portfolioWeight,
    double portfolioReturn,
    double benchmarkWeight,
    double benchmarkReturn) {}
