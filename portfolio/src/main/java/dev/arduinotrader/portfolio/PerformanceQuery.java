package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import java.time.LocalDate;
import java.util.List;

/**
 * Which performance to compute.
 *
 * @param from the day (UTC) at whose end the period begins; days before the account's first entry
 *     are left out
 * @param to the last day, not before {@code from}, at most 20,000 days later, over at the decision
 *     time
 * @param benchmark securities that the account is compared with, their weights kept every day and
 *     adding up to 1; empty for no comparison
 * @param annualRiskFree a fraction a year for the ratios, -0.5 to 1
 */
public record PerformanceQuery(
    LocalDate from, LocalDate to, List<BenchmarkPart> benchmark, double annualRiskFree) {
  public static final int DAYS_MAX = 20_000;
  public static final int PARTS_MAX = 500;

  /** A part of the benchmark, its weight above 0 and at most 1. */
  public record BenchmarkPart(Isin isin, double weight) {}

  public PerformanceQuery {
    benchmark = List.copyOf(benchmark);
  }

  /** A period without a comparison and with a risk-free rate of zero. */
  public static PerformanceQuery of(LocalDate from, LocalDate to) {
    return new PerformanceQuery(from, to, List.of(), 0);
  }

  /** The same period compared with one security. */
  public PerformanceQuery against(Isin isin) {
    return new PerformanceQuery(from, to, List.of(new BenchmarkPart(isin, 1)), annualRiskFree);
  }
}
